import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { connectedCredentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { activated, ANA, endAll, received, registered } from '../trigger/support';
import { PNG } from '../messages/files';
import { output, png, run } from './support';

const LOGIN_TYPE = 'whatsAppCloudOAuth2Api';
/** One account with one phone number, so that nothing but the app has to be filled in. */
const stage = withSandbox({ sandbox: { seed: { moreNumbers: [] } } });
const DAY = 86_400_000;

/** Connects the credential with a token that is limited to the account of the seed. */
async function connect(more: object = {}): Promise<string> {
	const { businessAccountId } = stage.sandbox.seed;
	const { token } = await stage.control.addToken({
		type: 'SYSTEM_USER',
		businessAccountIds: [businessAccountId],
		...more,
	});
	await stage.engine.credentials.set(LOGIN_TYPE, connectedCredentialData(stage.sandbox, token));
	return token;
}

beforeEach(async () => {
	await connect();
});

const PICTURE = { data: PNG, mimeType: 'image/png', fileName: 'bread.png' };

interface Use {
	what: string;
	resource: string;
	operation: string;
	parameters?: INodeParameters;
	binary?: IBinaryKeyData;
}

/** One use of each resource, and of each way to authenticate a request. */
const USES: Use[] = [
	{
		what: 'a text',
		resource: 'message',
		operation: 'sendText',
		parameters: { recipient: `+${ANA}`, text: 'Hi' },
	},
	{
		what: 'a location',
		resource: 'message',
		operation: 'sendLocation',
		parameters: { recipient: `+${ANA}`, latitude: 52.5, longitude: 13.4 },
	},
	{
		what: 'a file',
		resource: 'message',
		operation: 'sendMedia',
		parameters: { recipient: `+${ANA}`, mediaType: 'image' },
		binary: { data: PICTURE },
	},
	{ what: 'templates', resource: 'template', operation: 'getAll', parameters: { returnAll: true } },
	{ what: 'an upload', resource: 'media', operation: 'upload', binary: { data: PICTURE } },
	{
		what: 'phone numbers',
		resource: 'phoneNumber',
		operation: 'getAll',
		parameters: { returnAll: true },
	},
	{ what: 'a profile', resource: 'businessProfile', operation: 'get' },
	{
		what: 'a profile photo, a resumable upload',
		resource: 'businessProfile',
		operation: 'update',
		parameters: { changes: { photo: 'data' } },
		binary: { data: png(640, 640) },
	},
	{ what: 'an account', resource: 'account', operation: 'get' },
	{ what: 'a diagnosis', resource: 'account', operation: 'diagnose' },
	{ what: 'callbacks, read as the app', resource: 'webhook', operation: 'getAll' },
	{ what: 'a subscription', resource: 'webhook', operation: 'subscribe' },
	{
		what: 'a QR code',
		resource: 'qrCode',
		operation: 'create',
		parameters: { prefilledMessage: 'Hello' },
	},
	{ what: 'the token', resource: 'accessToken', operation: 'inspect' },
];

describe.each(['accessToken', 'oAuth2'])('with the authentication %s', (authentication) => {
	it.each(USES)('$what: $resource, $operation', async (use) => {
		const { resource, operation, parameters, binary } = use;
		const all = { authentication, ...parameters };
		const items = await output(stage, resource, operation, all, binary);
		expect(items.length).toBeGreaterThan(0);
	});

	it('blocks a user and finds the block', async () => {
		await stage.control.customer(ANA).sendText('Hi');
		const recipient = `+${ANA}`;
		await output(stage, 'user', 'block', { authentication, users: recipient, user: recipient });
		expect(await output(stage, 'user', 'getAll', { authentication })).toHaveLength(1);
	});

	it('requests carry the proof of the app secret where the app requires one', async () => {
		await stage.control.behavior({ requireAppSecretProof: true });
		await output(stage, 'phoneNumber', 'getAll', { authentication });
		const sent = { authentication, recipient: `+${ANA}`, text: 'Hi' };
		expect(await output(stage, 'message', 'sendText', sent)).toMatchObject([
			{ messageStatus: 'accepted' },
		]);
	});

	it('the lists of the form load', async () => {
		const { listSearch } = stage.engine.dynamic;
		const load = async (method: string) =>
			await listSearch.call(stage.engine.dynamic, 'whatsAppCloud', method, {
				parameters: { authentication },
			});
		expect((await load('searchSenders')).results).toMatchObject([
			{ name: '+1 555-010-0100 (Sandbox Bakery)', value: '400000000000001' },
		]);
		expect((await load('searchAccounts')).results).toMatchObject([{ value: '300000000000001' }]);
		expect((await load('searchTemplates')).results.length).toBeGreaterThan(0);
	});

	describe('the trigger', () => {
		beforeAll(async () => {
			await stage.engine.listen();
		});
		afterEach(endAll);

		it.each(['automatic', 'phoneNumber', 'businessAccount', 'app'])(
			'registers for %s, receives, and removes itself',
			async (registerFor) => {
				const trigger = await activated(stage, { authentication, registerFor });
				await stage.control.customer(ANA).sendText('Hello');
				expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
				await trigger.deactivate();
				const { app, account, number } = await registered(stage);
				expect([number, account?.overrideUrl]).toEqual([undefined, undefined]);
				if (registerFor === 'app')
					expect(app?.callbackUrl ?? '?only=fields').toMatch(/only=fields$/);
			},
		);
	});
});

const sendText = async (more: INodeParameters = {}) =>
	await run(stage, 'message', 'sendText', {
		authentication: 'oAuth2',
		recipient: `+${ANA}`,
		text: 'Hi',
		...more,
	});
const said = ({ error }: Awaited<ReturnType<typeof sendText>>) =>
	`${error?.message} | ${error?.description}`;

describe('a token of the login dialog', () => {
	it('for all current and future accounts: finds the only one through its portfolio', async () => {
		await connect({ type: 'USER', businessAccountIds: null });
		expect((await sendText()).error).toBeUndefined();
		const [sent] = await stage.control.messages({ direction: 'outgoing' });
		expect(sent.phoneNumberId).toBe('400000000000001');
	});

	it('that may not list its portfolios: says which field to fill in', async () => {
		await connect({ type: 'USER', businessAccountIds: null });
		await stage.control.addFault({ path: '/me/businesses', error: { code: 200 } });
		expect(said(await sendText())).toMatch(
			/^The credential has no Default Phone Number ID, .*fill in "Default Phone Number ID"/,
		);
	});

	it('is asked once what it can access, however many items and runs follow', async () => {
		await sendText();
		await sendText();
		const asked = (await stage.control.requests()).filter(({ path }) => path === '/debug_token');
		expect(asked).toHaveLength(1);
	});

	it.each([
		[463, /has expired/],
		[460, /changed the password/],
		[458, /removed the app/],
		[467, /was revoked/],
	])('that ended with subcode %s: says so, and that "Reconnect" helps', async (subcode, words) => {
		const token = await connect({ type: 'USER', expiresAt: Date.now() + 40 * DAY });
		await stage.control.invalidateToken(token, subcode);
		const text = said(await sendText());
		expect(text).toMatch(words);
		expect(text).toContain('Open the credential in n8n and click "Reconnect"');
		expect(text).not.toMatch(/paste/);
		const test = await stage.engine.testCredential(LOGIN_TYPE);
		expect(test).toMatchObject({ status: 'Error' });
		expect(test.message).toMatch(words);
		expect(test.message).toContain('Reconnect');
	});

	it('is not refreshed by the node: the operation Refresh says what to do instead', async () => {
		await connect({ type: 'USER', expiresAt: Date.now() + 3 * DAY });
		expect((await sendText()).error).toBeUndefined();
		const refresh = await run(stage, 'accessToken', 'refresh', { authentication: 'oAuth2' });
		expect(`${refresh.error?.message} ${refresh.error?.description}`).toMatch(/Reconnect/);
		const exchanged = (await stage.control.requests()).filter(
			({ path }) => path === '/oauth/access_token',
		);
		expect(exchanged).toEqual([]);
	});

	it('cannot hold the private key of flows: the operation says which credential can', async () => {
		const { error } = await run(stage, 'phoneNumber', 'setEncryptionKey', {
			authentication: 'oAuth2',
		});
		expect(`${error?.message} ${error?.description}`).toMatch(
			/cannot be stored .* connected with Facebook.*Set Authentication to "Access Token"/,
		);
	});

	it('is missing while the credential is not connected: nothing is sent', async () => {
		const { oauthTokenData, ...unconnected } = connectedCredentialData(stage.sandbox);
		expect(oauthTokenData).toBeDefined();
		await stage.engine.credentials.set(LOGIN_TYPE, unconnected);
		const before = (await stage.control.requests()).length;
		expect(said(await sendText({ sender: { mode: 'id', value: '400000000000001' } }))).toMatch(
			/not connected to Facebook.*\| Open the credential in n8n, click "Connect" \(n8n 1\.x: "Connect my account"\)/,
		);
		expect(await stage.control.requests()).toHaveLength(before);
	});

	it.each([
		[
			'expires soon',
			'Token expiry',
			'warning',
			/expires on \d{4}-\d\d-\d\d, in [23] days/,
			async () => await connect({ type: 'USER', expiresAt: Date.now() + 3 * DAY }),
		],
		[
			'has expired',
			'Access token',
			'failed',
			/has expired/,
			async () => await stage.control.invalidateToken(await connect(), 463),
		],
		[
			'lacks a permission',
			'Permissions',
			'failed',
			/lacks whatsapp_business_messaging/,
			async () => await connect({ scopes: ['whatsapp_business_management'] }),
		],
	])('%s: the diagnosis says that "Reconnect" helps, and it does', async (...row) => {
		const [, check, status, found, breakIt] = row;
		await breakIt();
		const diagnosed = async () => {
			const all = await output(stage, 'account', 'diagnose', { authentication: 'oAuth2' });
			return all.find((finding) => finding.check === check);
		};
		const finding = await diagnosed();
		expect(finding).toMatchObject({ status });
		expect(finding?.found).toMatch(found);
		expect(finding?.fix).toMatch(
			/^Open the credential in n8n and click "Reconnect" \(n8n 2\.x: "Switch account"\)\./,
		);
		expect(finding?.fix).not.toMatch(/paste|Renew Token/);
		await connect();
		expect(await diagnosed()).toMatchObject({ status: 'ok' });
	});

	it('shows the only account and phone number to the diagnosis', async () => {
		const findings = await output(stage, 'account', 'diagnose', { authentication: 'oAuth2' });
		const about = (status: string) =>
			findings.filter((one) => one.status === status).map(({ check }) => check);
		expect(about('ok')).toEqual(expect.arrayContaining(['WhatsApp Business Account ID']));
		expect(about('failed')).not.toContain('WhatsApp Business Account ID');
	});
});

describe('a token that can access several phone numbers', () => {
	const several = withSandbox();
	beforeEach(async () => {
		const { businessAccountId } = several.sandbox.seed;
		const { token } = await several.control.addToken({ businessAccountIds: [businessAccountId] });
		await several.engine.credentials.set(
			LOGIN_TYPE,
			connectedCredentialData(several.sandbox, token),
		);
	});
	const parameters = { authentication: 'oAuth2' };
	const send = async (more: INodeParameters = {}) =>
		await several.engine.runNode('whatsAppCloud', {
			...parameters,
			resource: 'message',
			operation: 'sendText',
			recipient: `+${ANA}`,
			text: 'Hi',
			...more,
		});

	it('is not sent from any of them until one is chosen', async () => {
		expect(said(await send())).toMatch(
			/can access 2 phone numbers, and none is chosen as the sender.*\| Choose one in this node, or open the credential and fill in "Default Phone Number ID": 400000000000001 \(\+1 555-010-0100, Sandbox Bakery\), 400000000000002/,
		);
		const sender = { mode: 'id', value: '400000000000002' };
		expect((await send({ sender })).error).toBeUndefined();
		const [sent] = await several.control.messages({ direction: 'outgoing' });
		expect(sent.phoneNumberId).toBe('400000000000002');
	});

	it('offers all of them in the list', async () => {
		const { results } = await several.engine.dynamic.listSearch('whatsAppCloud', 'searchSenders', {
			parameters,
		});
		expect(results.map(({ value }) => value)).toEqual(['400000000000001', '400000000000002']);
	});
});
