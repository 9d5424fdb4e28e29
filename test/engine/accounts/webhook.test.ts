import type { INodeParameters } from 'n8n-workflow';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { foreignReceiver, withForeignReceiver } from '../trigger/receiver';
import {
	activated,
	drafted,
	registered,
	registerForNumber,
	withTriggers,
} from '../trigger/support';
import { output, run } from './support';

const stage = withSandbox();
const SECOND_NUMBER = '400000000000002';
afterEach(async () => {
	await stage.control.clearFaults();
});
withTriggers(stage);
const foreign = withForeignReceiver();

const webhook = async (operation: string, parameters?: INodeParameters) =>
	await output(stage, 'webhook', operation, parameters);
const seed = () => stage.sandbox.seed;

/** A trigger that is unpublished while Meta cannot be reached: its callback stays behind. */
async function leftBehind(id: string, isTest = false): Promise<string> {
	const trigger = drafted(stage, {}, id);
	await (isTest ? trigger.test() : trigger.activate());
	const url = trigger.url(isTest);
	await stage.control.addFault({ path: '*', error: { code: 190, subcode: 463 } });
	await (isTest ? trigger.stopTest() : trigger.deactivate());
	await stage.control.clearFaults();
	return url;
}

it('lists the callback URLs of the app, accounts, and phone numbers with their owner and whether they respond', async () => {
	const trigger = await activated(stage);
	await stage.control.addNumber({ id: '400000000000077', displayPhoneNumber: '+1 555-010-0177' });
	await output(stage, 'webhook', 'set', {
		level: 'phoneNumber',
		sender: { __rl: true, mode: 'id', value: SECOND_NUMBER },
		callbackUrl: foreign.url,
		verifyToken: 'theirs',
	});
	const rows = await webhook('getAll');
	expect(rows).toMatchObject([
		{
			level: 'app',
			callbackUrl: `${trigger.url()}?only=fields`,
			owner: 'thisN8n',
			answer: 'answers',
			isPlaceholder: true,
			fields: 'messages',
		},
		{ level: 'businessAccount', id: seed().businessAccountId, subscribed: true, owner: 'none' },
		{
			level: 'phoneNumber',
			name: '+1 555-010-0100',
			callbackUrl: trigger.url(),
			owner: 'thisN8n',
			answer: 'answers',
			registered: true,
		},
		{ level: 'phoneNumber', id: SECOND_NUMBER, callbackUrl: foreign.url, owner: 'otherProgram' },
		{ level: 'phoneNumber', id: '400000000000077', callbackUrl: '', owner: 'none' },
	]);
	expect((await webhook('getAll', { registeredOnly: true })).length).toBe(3);
});

it('lists other accounts that the token can access, or a chosen one', async () => {
	const other = await stage.control.addAccount({ name: 'Second Bakery' });
	const ids = async (parameters?: INodeParameters) =>
		(await webhook('getAll', parameters))
			.filter(({ level }) => level === 'businessAccount')
			.map(({ id }) => id);
	expect((await ids()).sort()).toEqual([seed().businessAccountId, other.id].sort());
	const account = { __rl: true, mode: 'id', value: other.id };
	expect(await ids({ accounts: 'one', account })).toEqual([other.id]);
});

it.each(['phoneNumber', 'businessAccount', 'app'])(
	'sets and removes a callback URL (%s), and replaces another one only if configured',
	async (level) => {
		const second = await foreignReceiver();
		const set = { level, callbackUrl: foreign.url, verifyToken: 'theirs' };
		expect(await webhook('set', set)).toMatchObject([{ callbackUrl: foreign.url, replaced: '' }]);
		const current = async () => {
			const { app, account, number } = await registered(stage);
			return {
				phoneNumber: number,
				businessAccount: account?.overrideUrl,
				app: app?.callbackUrl,
			}[level];
		};
		expect(await current()).toBe(foreign.url);

		const rejected = await run(stage, 'webhook', 'set', { ...set, callbackUrl: second.url });
		expect(rejected.error).toMatchObject({
			message: expect.stringContaining(foreign.url),
			description: expect.stringContaining('Replace Existing'),
		});
		expect(await current()).toBe(foreign.url);
		expect(await webhook('set', { ...set, callbackUrl: second.url, replace: true })).toMatchObject([
			{ replaced: foreign.url },
		]);

		const kept = await run(stage, 'webhook', 'remove', { level, callbackUrl: foreign.url });
		expect(kept.error?.message).toContain(second.url);
		expect(await current()).toBe(second.url);
		expect(await webhook('remove', { level })).toMatchObject([
			{ removed: true, callbackUrl: second.url },
		]);
		expect(await current()).toBeUndefined();
		expect(await webhook('remove', { level })).toMatchObject([{ removed: false }]);
		await second.close();
	},
);

it("keeps the app's webhook fields when it sets the callback URL", async () => {
	const trigger = await activated(stage, { events: ['message', 'calls'] });
	await webhook('set', {
		level: 'app',
		callbackUrl: foreign.url,
		verifyToken: 'theirs',
		webhookFields: 'security',
		replace: true,
	});
	expect((await registered(stage)).app?.fields).toEqual(['calls', 'messages', 'security']);
	await trigger.deactivate();
});

it.each([
	['no verify token', { verifyToken: ' ' }, /verify token is empty/i],
	['no address', { callbackUrl: 'crm.example.com' }, /not a web address/],
	['too long an address', { callbackUrl: `https://x.example.com/${'y'.repeat(200)}` }, /200/],
])('rejects %s before anything is sent', async (_, change, message) => {
	const before = (await stage.control.requests()).length;
	const { error } = await run(stage, 'webhook', 'set', {
		level: 'phoneNumber',
		callbackUrl: foreign.url,
		verifyToken: 'theirs',
		...change,
	});
	expect(error?.message).toMatch(message);
	expect((await stage.control.requests()).length).toBe(before);
});

it('explains a callback URL that Meta cannot verify', async () => {
	foreign.verifies = false;
	const { error } = await run(stage, 'webhook', 'set', {
		level: 'phoneNumber',
		callbackUrl: foreign.url,
		verifyToken: 'theirs',
	});
	expect(error?.description).toBeTruthy();
	expect((await registered(stage)).number).toBeUndefined();
});

it('subscribes and unsubscribes an account, and keeps the override of a subscribed account', async () => {
	expect(await webhook('subscribe')).toMatchObject([{ subscribed: true, changed: true }]);
	await webhook('set', {
		level: 'businessAccount',
		callbackUrl: foreign.url,
		verifyToken: 'theirs',
	});
	expect(await webhook('subscribe')).toMatchObject([{ subscribed: true, changed: false }]);
	expect((await registered(stage)).account?.overrideUrl).toBe(foreign.url);
	expect(await webhook('unsubscribe')).toMatchObject([{ subscribed: false, changed: true }]);
	expect((await registered(stage)).account).toBeUndefined();
	expect(await webhook('unsubscribe')).toMatchObject([{ subscribed: false, changed: false }]);
});

describe('cleaning up', () => {
	it('removes what no published workflow of this n8n uses, and nothing else', async () => {
		const gone = await leftBehind('gone');
		const live = await activated(
			stage,
			{ phoneNumber: { __rl: true, mode: 'id', value: SECOND_NUMBER } },
			'live',
		);
		const planned = await webhook('cleanUp', { onlyReport: true });
		expect(planned.find(({ callbackUrl }) => callbackUrl === gone)).toMatchObject({
			action: 'would be removed',
		});
		expect((await registered(stage)).number).toBe(gone);

		const rows = await webhook('cleanUp');
		expect(rows.find(({ callbackUrl }) => callbackUrl === gone)).toMatchObject({
			action: 'removed',
		});
		expect(rows.find(({ callbackUrl }) => callbackUrl === live.url())).toMatchObject({
			action: 'kept',
			reason: 'It is in use',
		});
		const { phoneNumbers } = await stage.control.state();
		expect(phoneNumbers.map(({ webhookOverride }) => webhookOverride?.url)).toEqual([
			undefined,
			live.url(),
		]);
	});

	it('keeps callback URLs of others, whether they respond or not', async () => {
		await stage.control.changeAccount(seed().businessAccountId, { subscribed: true });
		const elsewhere = foreign.url.replace('crm', 'webhook/their-hook/whatsapp-cloud');
		await registerForNumber(stage, elsewhere);
		foreign.verifies = false;
		expect(await webhook('cleanUp')).toMatchObject([{ action: 'kept' }]);
		expect((await registered(stage)).number).toBe(elsewhere);
		// Unless somebody says that this was an address of this n8n.
		const formerAddresses = new URL(foreign.url).origin;
		expect(await webhook('cleanUp', { formerAddresses })).toMatchObject([{ action: 'removed' }]);
		expect((await registered(stage)).number).toBeUndefined();
	});

	it('restores the production callback URL that an unfinished test replaced', async () => {
		const live = await activated(stage, {}, 'live');
		const crashed = await leftBehind('live', true);
		expect((await registered(stage)).number).toBe(crashed);
		const rows = await webhook('cleanUp');
		expect(rows.find(({ callbackUrl }) => callbackUrl === crashed)).toMatchObject({
			action: 'restored',
		});
		expect((await registered(stage)).number).toBe(live.url());
	});

	it('keeps the webhook fields while a callback URL may depend on them, even with a limited token', async () => {
		const gone = await leftBehind('gone');
		const { token } = await stage.control.addToken({
			businessAccountIds: [seed().businessAccountId],
		});
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			accessToken: token,
		});
		const rows = await webhook('cleanUp');
		expect(rows.find(({ level }) => level === 'app')).toMatchObject({ action: 'kept' });
		expect(await registered(stage)).toMatchObject({
			number: undefined,
			app: { callbackUrl: `${gone}?only=fields` },
		});
	});
});

describe('coexistence', () => {
	beforeEach(async () => {
		await stage.control.changeNumber(seed().phoneNumberId, { isOnBizApp: true });
	});

	it('shows in Phone Number → Get, with its fixed throughput', async () => {
		expect(await output(stage, 'phoneNumber', 'get')).toMatchObject([
			{ onBusinessApp: true, throughput: 20 },
		]);
	});

	it.each([
		['register', { pin: '123456' }],
		['deregister', {}],
	])('rejects Phone Number → %s', async (operation, parameters) => {
		const { error } = await run(stage, 'phoneNumber', operation, parameters);
		expect(error?.message).toContain('coexistence');
		const { requests } = { requests: await stage.control.requests() };
		expect(requests.filter(({ path }) => path.endsWith(`/${operation}`))).toEqual([]);
	});

	it.each(['smb_app_state_sync', 'history'])('requests a sync once (%s)', async (syncType) => {
		expect(await output(stage, 'phoneNumber', 'requestSync', { syncType })).toMatchObject([
			{ syncType, requested: true, requestId: expect.stringMatching(/./) },
		]);
		const { error } = await run(stage, 'phoneNumber', 'requestSync', { syncType });
		expect(error?.context).toMatchObject({ code: expect.any(Number) });
	});
});
