import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, run } from '../accounts/support';

const stage = withSandbox();
const ana = () => stage.control.customer(stage.sandbox.seed.customers[0].waId);
const number = () => stage.sandbox.seed.phoneNumberId;

/** The message and the advice of an operation that fails. */
async function failure(operation: string, parameters: INodeParameters): Promise<string> {
	const { error } = await run(stage, 'call', operation, parameters);
	return `${error?.message} | ${error?.description}`;
}

const set = async (settings: INodeParameters) =>
	(await output(stage, 'call', 'setSettings', { settings }))[0];

const HOURS: INodeParameters = {
	hours: {
		enabled: true,
		timezone: 'America/Manaus',
		weekly: {
			period: [
				{ day: 'MONDAY', open: '09:00', close: '12:00' },
				{ day: 'MONDAY', open: '13:00', close: '17:30' },
			],
		},
		holidays: { holiday: [{ date: '2027-01-01', open: '10:00', close: '12:00' }] },
	},
};

it('sets call hours and the call button, and returns the settings', async () => {
	const expected = {
		phoneNumberId: number(),
		enabled: true,
		callButtonVisible: true,
		countries: ['US', 'BR'],
		callbackPermission: true,
		hours: {
			enabled: true,
			timezone: 'America/Manaus',
			weekly: [
				{ day: 'MONDAY', open: '09:00', close: '12:00' },
				{ day: 'MONDAY', open: '13:00', close: '17:30' },
			],
			holidays: [{ date: '2027-01-01', open: '10:00', close: '12:00' }],
		},
	};
	expect(
		await set({
			enabled: true,
			callButtonVisible: true,
			callbackPermission: true,
			countries: 'US, br',
			hours: HOURS,
		}),
	).toMatchObject(expected);
	expect(await output(stage, 'call', 'getSettings')).toMatchObject([expected]);
});

it('changes only the settings that are added', async () => {
	await set({ enabled: true, callbackPermission: true });
	expect(await set({ enabled: false })).toMatchObject({ enabled: false, callbackPermission: true });
});

it('rejects a ringing call', async () => {
	await set({ enabled: true });
	const { id } = await ana().call();
	expect(await output(stage, 'call', 'reject', { callId: id })).toEqual([
		{ callId: id, rejected: true },
	]);
	expect(await stage.control.calls()).toMatchObject([{ id, state: 'rejected' }]);
});

it('ends a call', async () => {
	await set({ enabled: true });
	const { id } = await ana().call();
	expect(await output(stage, 'call', 'terminate', { callId: id })).toEqual([
		{ callId: id, terminated: true },
	]);
});

it('returns whether the business may call and ask', async () => {
	await set({ enabled: true });
	const customer = `+${stage.sandbox.seed.customers[0].waId}`;
	const permission = async () => (await output(stage, 'call', 'getPermission', { customer }))[0];
	expect(await permission()).toMatchObject({
		customer,
		canCall: false,
		canRequestPermission: true,
	});
	await ana().setCallPermission('permanent');
	expect(await permission()).toMatchObject({ status: 'permanent', canCall: true });
	await ana().setCallPermission('temporary');
	expect(await permission()).toMatchObject({
		status: 'temporary',
		expiresAt: expect.stringMatching(/^\d{4}-/),
	});
});

it('explains that calls require a messaging limit of 2,000', async () => {
	await set({ enabled: false });
	await stage.control.changeNumber(number(), { messagingLimit: 'TIER_250' });
	expect(await failure('setSettings', { settings: { enabled: true } })).toMatch(/2,000|2K|limit/);
});

it('explains a call that is over', async () => {
	await set({ enabled: true });
	const { id } = await ana().call();
	await ana().hangUp(id);
	expect(await failure('reject', { callId: id })).not.toMatch(/undefined/);
});

it.each<[string, string, INodeParameters, RegExp]>([
	['no setting', 'setSettings', { settings: {} }, /No setting is added.*Settings/],
	[
		'a country in words',
		'setSettings',
		{ settings: { countries: 'Brazil' } },
		/"Brazil" is not a country code.*Countries With Call Button/,
	],
	[
		'a time in words',
		'setSettings',
		{
			settings: {
				hours: {
					hours: { weekly: { period: [{ day: 'MONDAY', open: 'nine', close: '12:00' }] } },
				},
			},
		},
		/"nine" is not a time.*Open/,
	],
	['no call ID', 'reject', { callId: ' ' }, /call ID is empty|Call ID/],
	[
		'a group',
		'getPermission',
		{ customer: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAz' },
		/cannot be called/,
	],
	['a name', 'getPermission', { customer: 'Ana' }, /"Ana" is not a phone number.*Customer/],
])('rejects %s before anything is sent', async (_, operation, parameters, words) => {
	expect(await failure(operation, parameters)).toMatch(words);
	expect(await stage.control.requests()).toHaveLength(0);
});
