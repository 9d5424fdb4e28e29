import { credentialData } from '../../../demo/sandboxCredential';
import { startApiDouble, type Answer, type ApiCall } from '../../support/apiDouble';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();
const TYPE = 'whatsAppCloudApi';
const SECONDS_OF_A_DAY = 86_400;
const sendText = {
	resource: 'message',
	operation: 'sendText',
	recipient: '+15550100201',
	text: 'Hi',
};

describe('the outcome', () => {
	it('is "not sent" when the connection broke during the upload of a file', async () => {
		await stage.control.addFault({ path: '*/media', drop: 'after' });
		const data = Buffer.from('%PDF-1.4 sandbox').toString('base64');
		const result = await stage.engine.runNode(
			'whatsAppCloud',
			{ ...sendText, operation: 'sendMedia', mediaType: 'document' },
			[
				{
					json: {},
					binary: { data: { data, mimeType: 'application/pdf', fileName: 'a.pdf' } },
				},
			],
		);
		expect(result.error?.context).toMatchObject({ outcome: 'not sent', reason: 'ECONNRESET' });
		expect(await stage.control.messages({ direction: 'outgoing' })).toEqual([]);
	});

	it('is not claimed for a write that sends no message', async () => {
		await stage.control.addFault({ path: '*/register', drop: 'after' });
		const result = await stage.engine.runNode('whatsAppCloud', {
			resource: 'phoneNumber',
			operation: 'register',
			pin: '123456',
		});
		expect(result.error?.context).toMatchObject({ mayHaveTakenEffect: true });
		expect(result.error?.context.outcome).toBeUndefined();
	});
});

describe('a token that expires soon', () => {
	let answer: (call: ApiCall) => Answer | void = () => {};
	let used: Array<string | undefined>;
	let meta: Awaited<ReturnType<typeof startApiDouble>>;
	beforeAll(async () => {
		meta = await startApiDouble((call) => {
			const special = answer(call);
			if (special) return special;
			const expiry = Math.floor(Date.now() / 1000) + SECONDS_OF_A_DAY;
			const scopes = [{ scope: 'whatsapp_business_management', target_ids: ['102290129340398'] }];
			const token = { is_valid: true, type: 'SYSTEM_USER', expires_at: expiry };
			if (call.url.includes('debug_token'))
				return { body: { data: { ...token, granular_scopes: scopes } } };
			if (call.url.includes('/phone_numbers'))
				return { body: { data: [{ id: '106540352242922' }] } };
			if (call.url.includes('oauth/access_token'))
				return { body: { access_token: 'EAA-renewed', expires_in: 60 * SECONDS_OF_A_DAY } };
			used.push(call.headers.authorization);
			return { body: { messages: [{ id: 'wamid.1' }] } };
		});
	});
	afterAll(async () => await meta.close());
	const store = async (accessToken: string, more: object = {}) =>
		await stage.engine.credentials.set(TYPE, {
			...credentialData(stage.sandbox),
			baseUrl: meta.url,
			accessToken,
			...more,
		});
	beforeEach(async () => {
		used = [];
		answer = () => {};
	});

	it.each([false, true])(
		'is renewed before the first message; Keep Connections Open: %j',
		async (keepConnections) => {
			await store(`EAA-expires-soon-${keepConnections}`);
			const result = await stage.engine.runNode('whatsAppCloud', {
				...sendText,
				deliveryOptions: { keepConnections },
			});
			expect(result.error).toBeUndefined();
			expect(used).toEqual(['Bearer EAA-renewed']);
			expect(await stage.engine.credentials.get(TYPE)).toMatchObject({
				accessToken: 'EAA-renewed',
			});
		},
	);

	it.each([false, true])(
		'is the former one for no message after the look-up of a default renewed it; Keep Connections Open: %j',
		async (keepConnections) => {
			await store(`EAA-looked-up-${keepConnections}`, { phoneNumberId: '' });
			const result = await stage.engine.runNode(
				'whatsAppCloud',
				{ ...sendText, deliveryOptions: { keepConnections } },
				[{ json: {} }, { json: {} }, { json: {} }],
			);
			expect(result.error).toBeUndefined();
			expect(used).toEqual(Array(3).fill('Bearer EAA-renewed'));
		},
	);

	it('appears in no error after it was renewed on the way', async () => {
		await store('EAA-quoted');
		answer = ({ url, headers }) =>
			url.endsWith('/messages')
				? { status: 400, body: { error: { code: 100, message: `Not ${headers.authorization}` } } }
				: undefined;
		const result = await stage.engine.runNode('whatsAppCloud', sendText);
		const { accessToken } = await stage.engine.credentials.get(TYPE);
		expect(accessToken).toBe('EAA-renewed');
		expect(result.error?.description).toContain('Not Bearer [hidden]');
		expect(JSON.stringify(result.error)).not.toContain('EAA-renewed');
	});

	it('does not replace a token that is pasted during its renewal', async () => {
		await store('EAA-expires-soon');
		answer = ({ url }) => {
			if (url.includes('oauth/access_token')) void store('EAA-pasted');
			if (url.includes('debug_token') && url.includes('EAA-pasted')) answer = () => {};
		};
		const result = await stage.engine.runNode('whatsAppCloud', sendText);
		expect(result.error).toBeUndefined();
		expect(used).not.toContain('Bearer EAA-expires-soon');
		const { accessToken, expiryState } = await stage.engine.credentials.get(TYPE);
		// The pasted token expires soon, too, and is renewed in its turn: the other way round it would be lost.
		expect(accessToken).toBe('EAA-renewed');
		expect(meta.calls.some(({ url }) => url.includes('fb_exchange_token=EAA-pasted'))).toBe(true);
		expect(expiryState).not.toBe('');
	});

	it('sends nothing when the renewed token cannot be stored, and says so', async () => {
		await store('EAA-cannot-be-stored');
		const broken = jest
			.spyOn(stage.engine.credentials, 'find')
			.mockImplementationOnce(stage.engine.credentials.find.bind(stage.engine.credentials));
		const set = jest
			.spyOn(stage.engine.credentials, 'set')
			.mockRejectedValue(new Error('database is locked'));
		const result = await stage.engine.runNode('whatsAppCloud', sendText);
		set.mockRestore();
		broken.mockRestore();
		expect(result.error?.context).toMatchObject({ outcome: 'not sent' });
		expect(used).toEqual([]);
	});
});
