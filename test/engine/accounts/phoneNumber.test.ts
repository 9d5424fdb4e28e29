import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, run } from './support';

const stage = withSandbox();

const number = async (operation: string, parameters?: INodeParameters) =>
	await output(stage, 'phoneNumber', operation, parameters);

it('returns quality rating, limits, name, and whether the phone number can send', async () => {
	const { seed } = stage.sandbox;
	await stage.control.changeNumber(seed.phoneNumberId, {
		quality: 'YELLOW',
		messagingLimit: 'TIER_10K',
		throughput: 'HIGH',
	});
	const [one] = await number('get');
	expect(one).toMatchObject({
		phoneNumberId: seed.phoneNumberId,
		phoneNumber: seed.displayPhoneNumber,
		displayName: seed.verifiedName,
		quality: 'YELLOW',
		messagingLimit: 10_000,
		throughput: 1000,
		registered: true,
		health: { canSend: 'AVAILABLE', obstacles: [] },
	});
	expect(one.raw).toBeUndefined();
	const [wide] = await number('get', { simplify: false });
	expect(wide.raw).toMatchObject({ id: seed.phoneNumberId });
});

it('returns why Meta blocks the phone number, with the solution from Meta', async () => {
	await stage.control.changeNumber(stage.sandbox.seed.phoneNumberId, { registered: false });
	const [one] = await number('get');
	expect(one.health).toMatchObject({
		canSend: 'BLOCKED',
		obstacles: [{ entity: 'PHONE_NUMBER', solution: 'Register the phone number.' }],
	});
});

it('lists all or some phone numbers of the account', async () => {
	for (let index = 0; index < 30; index++) {
		await stage.control.addNumber({ displayPhoneNumber: `+1 555-010-1${100 + index}` });
	}
	expect(await number('getAll', { returnAll: true })).toHaveLength(32);
	expect(await number('getAll', { returnAll: false, limit: 3 })).toHaveLength(3);
});

it('is verified, registered, and deregistered', async () => {
	const id = stage.sandbox.seed.phoneNumberId;
	await stage.control.changeNumber(id, { codeVerification: 'NOT_VERIFIED', registered: false });
	expect(await number('requestCode')).toMatchObject([{ codeRequested: true }]);
	const wrong = await run(stage, 'phoneNumber', 'verifyCode', { code: '000000' });
	expect(wrong.error?.message).toMatch(/code/i);
	expect(await number('verifyCode', { code: '123-456' })).toMatchObject([{ verified: true }]);
	expect(await number('register', { pin: '246810', region: 'DE' })).toMatchObject([
		{ registered: true },
	]);
	expect(await number('get')).toMatchObject([{ registered: true, twoStepVerification: true }]);
	expect(await number('deregister')).toMatchObject([{ registered: false }]);
});

it('explains the eleventh registration in 72 hours', async () => {
	for (let time = 0; time < 10; time++) await number('register', { pin: '246810' });
	const { error } = await run(stage, 'phoneNumber', 'register', { pin: '246810' });
	expect(error?.context).toMatchObject({ code: 133016 });
	expect(error?.description).toMatch(/72 hours/);
});

it.each(['54321', '7654321', 'qwerty'])(
	'rejects the PIN "%s" before anything is sent',
	async (pin) => {
		for (const operation of ['register', 'setPin']) {
			const { error } = await run(stage, 'phoneNumber', operation, { pin });
			expect(error?.message).toMatch(/PIN/);
			const { message, description, context } = error ?? {};
			expect(JSON.stringify({ message, description, context })).not.toContain(pin);
		}
		expect(await stage.control.requests()).toHaveLength(0);
	},
);

it('requests a new display name', async () => {
	await number('changeDisplayName', { displayName: 'Lucky Shrub' });
	expect(await number('get')).toMatchObject([{ newDisplayNameStatus: 'PENDING_REVIEW' }]);
	await stage.control.advance(60_000);
	expect(await number('get')).toMatchObject([{ displayName: 'Lucky Shrub' }]);
});

it('sets prompts, commands, catalog, and cart, and keeps the other settings', async () => {
	const settings = {
		prompts: ['Plan a trip', 'Track my order'],
		commands: { command: [{ command: '/tickets', description: 'Book tickets' }] },
	};
	await number('setSettings', { settings });
	const [now] = await number('setSettings', { settings: { cartEnabled: false } });
	expect(now).toMatchObject({
		prompts: ['Plan a trip', 'Track my order'],
		commands: [{ command: 'tickets', description: 'Book tickets' }],
		cartEnabled: false,
	});
	expect(await number('getSettings')).toEqual([now]);
});

it.each<[string, INodeParameters, RegExp]>([
	['five prompts', { prompts: ['a', 'b', 'c', 'd', 'e'] }, /at most 4/],
	['an emoji', { prompts: ['Hello 👋'] }, /emoji/],
	['nothing', {}, /No setting is added/],
])('rejects %s as settings', async (_what, settings, words) => {
	const { error } = await run(stage, 'phoneNumber', 'setSettings', { settings });
	expect(error?.message).toMatch(words);
});

it('creates, lists, updates, and deletes QR codes, with the image as a file', async () => {
	const qr = async (operation: string, parameters?: INodeParameters) =>
		await run(stage, 'qrCode', operation, parameters);
	const made = await qr('create', { prefilledMessage: 'I would like to order', image: 'SVG' });
	const [item] = made.output()[0];
	expect(item.binary?.data).toMatchObject({ mimeType: 'image/svg+xml' });
	const { code } = item.json;
	expect(
		(await qr('update', { code, prefilledMessage: 'Hi' } as INodeParameters)).json(),
	).toMatchObject([{ code, prefilledMessage: 'Hi' }]);
	expect((await qr('getAll', { returnAll: true })).json()).toHaveLength(1);
	expect((await qr('get', { code, image: '' } as INodeParameters)).json()).toMatchObject([
		{ code },
	]);
	expect((await qr('delete', { code } as INodeParameters)).json()).toEqual([{ deleted: true }]);
	const gone = await qr('get', { code, image: '' } as INodeParameters);
	expect(gone.error?.context).toMatchObject({ code: 100, subcode: 33 });
});

it('rejects a prefilled message of 141 characters', async () => {
	const { error } = await run(stage, 'qrCode', 'create', { prefilledMessage: 'x'.repeat(141) });
	expect(error?.message).toMatch(/141 characters.*140/);
});
