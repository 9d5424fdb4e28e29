import axios, { type AxiosResponse } from 'axios';
import { appToken, bench, client, closeAll, rejectionOf, type Bench } from './support';

afterEach(closeAll);

const CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';
const WHATSAPP = 'whatsapp_business_management,whatsapp_business_messaging';
const SYSTEM_USER = { config_id: '110000000000001', override_default_response_type: 'true' };
const USER = { config_id: '110000000000002' };
const SECOND = 1000;
const DAY = 86_400 * SECOND;

type Query = Record<string, string>;

/** A sandbox whose app lists the callback, and what a person does with its dialog. */
async function door() {
	const on = await bench();
	await on.sandbox.control.login.setRedirectUris([CALLBACK]);
	const http = axios.create({
		baseURL: `${on.sandbox.url}/v25.0`,
		validateStatus: () => true,
		maxRedirects: 0,
		proxy: false,
	});
	const { appId, appSecret, businessAccountId } = on.sandbox.seed;
	const asked = (query: Query) => ({
		client_id: appId,
		redirect_uri: CALLBACK,
		response_type: 'code',
		state: 'a b&c',
		...query,
	});
	return {
		...on,
		async open(query: Query): Promise<AxiosResponse<string>> {
			return await http.get('/dialog/oauth', { params: asked(query) });
		},
		async press(query: Query, form: Array<[string, string]>): Promise<AxiosResponse<string>> {
			const body = new URLSearchParams(form);
			return await http.post('/dialog/oauth', body, { params: asked(query) });
		},
		/** Continue with the seed's account and these permissions. */
		async consent(query: Query, permissions = WHATSAPP.split(',')): Promise<URL> {
			const answer = await this.press(query, [
				['answer', 'continue'],
				['account', businessAccountId],
				...permissions.map((name): [string, string] => ['permission', name]),
			]);
			return new URL(String(answer.headers.location));
		},
		async code(query: Query, permissions?: string[]): Promise<string> {
			return (await this.consent(query, permissions)).searchParams.get('code') ?? '';
		},
		async exchange(code: string, changes: Query = {}): Promise<AxiosResponse> {
			const form = {
				grant_type: 'authorization_code',
				client_id: appId,
				client_secret: appSecret,
				redirect_uri: CALLBACK,
				code,
				...changes,
			};
			return await http.post('/oauth/access_token', new URLSearchParams(form));
		},
		async token(query: Query, permissions?: string[]): Promise<string> {
			return (await this.exchange(await this.code(query, permissions))).data.access_token;
		},
	};
}

async function inspected(on: Bench, token: string): Promise<Record<string, unknown>> {
	const app = client(on.sandbox, appToken(on.sandbox));
	return (await app.get('/debug_token', { params: { input_token: token } })).data.data;
}

describe('the login dialog', () => {
	it('shows the accounts with their numbers, and what the app asks for', async () => {
		const { open, sandbox } = await door();
		const { status, data, headers } = await open({ scope: WHATSAPP });
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('text/html');
		for (const text of [
			sandbox.seed.appName,
			sandbox.seed.businessAccountId,
			'+1 555-010-0100',
			'whatsapp_business_messaging',
		]) {
			expect(data).toContain(text);
		}
	});

	it('redirects with a code and the state exactly as it came', async () => {
		const on = await door();
		const url = await on.consent({ scope: WHATSAPP });
		expect(`${url.origin}${url.pathname}`).toBe(CALLBACK);
		expect(url.searchParams.get('state')).toBe('a b&c');
		expect(url.searchParams.get('code')).toMatch(/^AQ/);
		expect(url.hash).toBe('#_=_');
	});

	it('redirects with access_denied after Cancel', async () => {
		const { press } = await door();
		const answer = await press({ scope: WHATSAPP }, [['answer', 'cancel']]);
		const url = new URL(String(answer.headers.location));
		expect(Object.fromEntries(url.searchParams)).toEqual({
			error: 'access_denied',
			error_code: '200',
			error_description: 'Permissions error',
			error_reason: 'user_denied',
			state: 'a b&c',
		});
	});

	it('needs at least one account', async () => {
		const { press, sandbox } = await door();
		const other = await sandbox.control.addAccount({ businessId: '299999999999999' });
		for (const chosen of [[], [['account', other.id]]] as Array<Array<[string, string]>>) {
			const { status, data } = await press({ scope: WHATSAPP }, [
				['answer', 'continue'],
				...chosen,
			]);
			expect(status).toBe(400);
			expect(data).toContain('Choose at least one WhatsApp account');
		}
	});

	it.each<[string, Query, string]>([
		['an unknown app', { client_id: '999' }, 'Invalid App ID'],
		['a phone number as app ID', { client_id: '+1 555-010-0100' }, 'Invalid App ID'],
		['no redirect URI', { redirect_uri: '' }, 'The parameter redirect_uri is required'],
		['a relative redirect URI', { redirect_uri: '/callback' }, 'an absolute URI'],
		['a script as redirect URI', { redirect_uri: 'javascript:alert(1)' }, 'an absolute URI'],
		['an address that is not listed', { redirect_uri: `${CALLBACK}/` }, 'URL Blocked'],
		['the same address with a query', { redirect_uri: `${CALLBACK}?a=1` }, 'URL Blocked'],
		['the same address at another host', { redirect_uri: 'https://evil.example/' }, 'URL Blocked'],
		['http', { redirect_uri: 'http://n8n.example/x' }, 'Insecure Login Blocked'],
		['another response type', { response_type: 'token' }, 'Unsupported response_type: token'],
		['an unknown permission', { scope: 'whatsapp_messaging' }, 'Invalid Scopes'],
		['an unknown configuration', { config_id: '5' }, 'Invalid Configuration'],
		['scope beside a configuration', { ...USER, scope: WHATSAPP }, 'together with config_id'],
		[
			'a system user configuration without the override',
			{ config_id: SYSTEM_USER.config_id },
			'override_default_response_type=true',
		],
		[
			'a user configuration with the override',
			{ ...USER, override_default_response_type: 'true' },
			'cannot be used with a configuration with a user access token',
		],
		[
			'the override without a configuration',
			{ scope: WHATSAPP, override_default_response_type: 'true' },
			'can only be used with a config_id',
		],
	])('shows an error page for %s, and redirects nowhere', async (_name, query, text) => {
		const { open, press } = await door();
		const shown = await open(query);
		expect(shown.status).toBe(400);
		expect(shown.data.replaceAll('&#39;', "'")).toContain(text);
		const pressed = await press(query, [
			['answer', 'continue'],
			['all', 'true'],
		]);
		expect(pressed.status).toBe(400);
		expect(pressed.headers.location).toBeUndefined();
	});

	it('accepts an empty scope with a configuration', async () => {
		const { open } = await door();
		expect((await open({ ...SYSTEM_USER, scope: '' })).status).toBe(200);
	});

	it('offers to add the address that is not listed', async () => {
		const { open, sandbox } = await door();
		const uri = 'https://n8n.example/rest/oauth2-credential/callback';
		expect((await open({ redirect_uri: uri })).data).toContain('Valid OAuth Redirect URIs');
		const back = '/v25.0/dialog/oauth?client_id=1';
		const form = new URLSearchParams({ appId: sandbox.seed.appId, uri, back });
		const added = await axios.post(`${sandbox.url}/_sandbox/login/dialog-uri`, form, {
			maxRedirects: 0,
			validateStatus: () => true,
		});
		expect([added.status, added.headers.location]).toEqual([303, back]);
		expect((await open({ redirect_uri: uri })).status).toBe(200);
	});

	it('shows text from the address as text', async () => {
		const { open } = await door();
		const attack = '<script>alert(1)</script>';
		const { data } = await open({ redirect_uri: `https://x.example/?q=${attack}`, state: attack });
		expect(data).not.toContain('<script>');
	});
});

describe('the exchange of the code', () => {
	it('issues a user token for 60 days', async () => {
		const on = await door();
		await on.sandbox.control.behavior({ clock: 'stopped' });
		const { data } = await on.exchange(await on.code({ scope: WHATSAPP }));
		expect(data).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
		expect(await inspected(on, data.access_token)).toMatchObject({
			type: 'USER',
			is_valid: true,
			scopes: [...WHATSAPP.split(','), 'public_profile'],
			granular_scopes: [
				{
					scope: 'whatsapp_business_management',
					target_ids: [on.sandbox.seed.businessAccountId],
				},
				{ scope: 'whatsapp_business_messaging', target_ids: [on.sandbox.seed.businessAccountId] },
			],
		});
	});

	it('issues a system user token that never expires, or expires after 60 days', async () => {
		const on = await door();
		await on.sandbox.control.behavior({ clock: 'stopped' });
		const { data } = await on.exchange(await on.code(SYSTEM_USER));
		expect(data).toEqual({ access_token: expect.stringMatching(/^EAA/), token_type: 'bearer' });
		expect(await inspected(on, data.access_token)).toMatchObject({
			type: 'SYSTEM_USER',
			expires_at: 0,
		});
		const { id } = await on.sandbox.control.login.addConfiguration({ expiration: '60-days' });
		const short = await on.exchange(await on.code({ ...SYSTEM_USER, config_id: id }));
		expect(short.data.expires_in).toBe(5_184_000);
	});

	it('can access what was chosen, and nothing else', async () => {
		const on = await door();
		const second = await on.sandbox.control.addAccount({});
		const graph = client(on.sandbox, await on.token(SYSTEM_USER));
		expect((await graph.get(`/${on.sandbox.seed.businessAccountId}`)).status).toBe(200);
		expect(rejectionOf(await graph.get(`/${second.id}`))).toMatchObject({ code: 100, subcode: 33 });
	});

	it('has no target IDs if all current and future accounts were chosen', async () => {
		const on = await door();
		const { headers } = await on.press(USER, [
			['answer', 'continue'],
			['all', 'true'],
		]);
		const code = new URL(String(headers.location)).searchParams.get('code') ?? '';
		const { access_token: token } = (await on.exchange(code)).data;
		expect((await inspected(on, token)).granular_scopes).toContainEqual({
			scope: 'whatsapp_business_management',
		});
		const graph = client(on.sandbox, token);
		const later = await on.sandbox.control.addAccount({});
		expect((await graph.get(`/${later.id}`)).status).toBe(200);
		const { data } = await graph.get('/me/businesses');
		expect(data.data).toMatchObject([{ id: on.sandbox.seed.businessId }]);
	});

	it.each<[string, Query, object]>([
		['another redirect URI', { redirect_uri: `${CALLBACK}/` }, { code: 100, subcode: 36008 }],
		['no redirect URI', { redirect_uri: '' }, { code: 191 }],
		['a wrong app secret', { client_secret: 'wrong' }, { code: 1 }],
		['no app secret', { client_secret: '' }, { code: 1 }],
		['an unknown app', { client_id: '999' }, { code: 101 }],
		['no app', { client_id: '' }, { code: 101 }],
		['an unknown code', { code: 'AQnonsense' }, { code: 100, subcode: 36009 }],
		['no code', { code: '' }, { code: 100 }],
		['another grant', { grant_type: 'password' }, { code: 100 }],
	])('rejects %s, after which the code still works', async (_name, changes, expected) => {
		const on = await door();
		const code = await on.code({ scope: WHATSAPP });
		expect(rejectionOf(await on.exchange(code, changes))).toMatchObject({
			status: 400,
			...expected,
		});
		expect((await on.exchange(code)).status).toBe(200);
	});

	it('accepts a code once', async () => {
		const on = await door();
		const code = await on.code({ scope: WHATSAPP });
		await on.exchange(code);
		expect(rejectionOf(await on.exchange(code))).toMatchObject({ code: 100, subcode: 36009 });
	});

	it('accepts a code for 10 minutes', async () => {
		const on = await door();
		const [first, second] = [await on.code(SYSTEM_USER), await on.code(SYSTEM_USER)];
		await on.sandbox.control.advance(590 * SECOND);
		expect((await on.exchange(first)).status).toBe(200);
		await on.sandbox.control.advance(11 * SECOND);
		expect(rejectionOf(await on.exchange(second))).toMatchObject({ code: 100, subcode: 36007 });
	});

	it('does not take a code of the JavaScript SDK with a redirect URI', async () => {
		const on = await door();
		const { code } = await on.sandbox.control.addAuthorizationCode();
		expect(rejectionOf(await on.exchange(code))).toMatchObject({ subcode: 36008 });
	});

	it('does not take a code of another app', async () => {
		const on = await door();
		const app = await on.sandbox.control.addApp({ secret: 's' });
		const code = await on.code(SYSTEM_USER);
		const answer = await on.exchange(code, { client_id: app.id, client_secret: 's' });
		expect(rejectionOf(answer)).toMatchObject({ code: 100, subcode: 36009 });
	});
});

describe('permissions', () => {
	it('can be declined one by one in classic login', async () => {
		const on = await door();
		await on.sandbox.control.login.decline(['whatsapp_business_messaging']);
		const { data } = await on.open({ scope: WHATSAPP });
		expect(data).toMatch(/value="whatsapp_business_management" checked/);
		expect(data).not.toMatch(/value="whatsapp_business_messaging" checked/);
		const url = await on.consent({ scope: WHATSAPP, return_scopes: 'true' }, [
			'whatsapp_business_management',
		]);
		expect(url.searchParams.get('denied_scopes')).toBe('whatsapp_business_messaging');
		const { access_token: token } = (await on.exchange(url.searchParams.get('code') ?? '')).data;
		const sent = await client(on.sandbox, token).post(on.messages, {
			messaging_product: 'whatsapp',
			to: '+15550100201',
			text: { body: 'Hi' },
		});
		expect(rejectionOf(sent)).toMatchObject({ status: 403, code: 200 });
	});

	it('of a configuration are granted together or not at all', async () => {
		const on = await door();
		expect((await on.open(SYSTEM_USER)).data).not.toContain('name="permission"');
		await on.sandbox.control.login.decline(['whatsapp_business_messaging']);
		expect(await inspected(on, await on.token(SYSTEM_USER))).toMatchObject({ scopes: [] });
	});
});

describe('tokens that end', () => {
	it.each<['password-changed' | 'app-removed' | 'logged-out', number, boolean]>([
		['password-changed', 460, true],
		['logged-out', 467, true],
		['app-removed', 458, false],
	])('%s: 190 with subcode %s', async (reason, subcode, systemUserStays) => {
		const on = await door();
		const [user, system] = [await on.token({ scope: WHATSAPP }), await on.token(SYSTEM_USER)];
		const path = `/${on.sandbox.seed.businessAccountId}`;
		expect(await on.sandbox.control.login.end(reason)).toEqual({ ended: systemUserStays ? 1 : 2 });
		expect(rejectionOf(await client(on.sandbox, user).get(path))).toMatchObject({
			status: 401,
			code: 190,
			subcode,
		});
		expect((await client(on.sandbox, system).get(path)).status).toBe(systemUserStays ? 200 : 401);
		expect((await on.graph.get(path)).status).toBe(200);
		expect(await inspected(on, user)).toMatchObject({ is_valid: false, error: { subcode } });
	});

	it('after 60 days, or at once: 190 with subcode 463', async () => {
		const on = await door();
		const path = `/${on.sandbox.seed.businessAccountId}`;
		const [first, system] = [await on.token({ scope: WHATSAPP }), await on.token(SYSTEM_USER)];
		await on.sandbox.control.advance(61 * DAY);
		const second = await on.token({ scope: WHATSAPP });
		expect(await on.sandbox.control.login.end('expired')).toEqual({ ended: 2 });
		for (const token of [first, second]) {
			expect(rejectionOf(await client(on.sandbox, token).get(path))).toMatchObject({
				code: 190,
				subcode: 463,
			});
		}
		expect((await client(on.sandbox, system).get(path)).status).toBe(200);
	});
});

it('lists the opened dialog without secrets', async () => {
	const on = await door();
	await on.exchange(await on.code(SYSTEM_USER));
	await on.open(SYSTEM_USER);
	const requests = await on.sandbox.control.requests();
	expect(requests[requests.length - 1]).toMatchObject({
		method: 'GET',
		path: '/dialog/oauth',
		version: 'v25.0',
		query: SYSTEM_USER,
	});
	expect(JSON.stringify(requests)).not.toContain(on.sandbox.seed.appSecret);
	expect(JSON.stringify(requests)).not.toMatch(/AQ[\w-]{40}/);
});
