import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Authentication } from '../../../../cloud-api/transport';
import { noteRequiredProof } from '../../../../nodes/shared/appSecretProof';
import { authenticate } from '../../../../nodes/shared/authenticate';
import { issueTicket, PRIVATE_HEADERS } from '../../../../nodes/shared/authorization';
import { fingerprint } from '../../../../nodes/shared/tokenRenewal';
import { credential } from './meta';

const META = 'https://graph.facebook.com/v25.0/1';
const request = async (
	stored: IDataObject,
	headers: Record<string, string> = {},
	more: Partial<IHttpRequestOptions> & { uri?: string; rejectUnauthorized?: boolean } = {},
) =>
	await authenticate(stored as never, {
		url: META,
		headers: { accept: 'application/json', ...headers },
		...more,
	});
const withTicket = (authentication: Authentication) => issueTicket(authentication).headers;
/** A credential whose token needs no check. */
const settled = (more: IDataObject = {}) => credential({ renewAutomatically: false, ...more });

describe('a request', () => {
	it.each<[Authentication, (stored: ReturnType<typeof credential>) => string | undefined]>([
		['bearer', ({ accessToken }) => `Bearer ${accessToken}`],
		['oauth', ({ accessToken }) => `OAuth ${accessToken}`],
		['app', ({ appId, appSecret }) => `Bearer ${appId}|${appSecret}`],
		['none', () => undefined],
	])(
		'with a ticket for %s is authenticated so, and no private header is sent',
		async (way, expected) => {
			const stored = settled();
			const { headers } = await request(stored, {
				...withTicket(way),
				[PRIVATE_HEADERS.renew]: 'another token',
			});
			expect(headers).toEqual({
				accept: 'application/json',
				...(way !== 'none' && { Authorization: expected(stored) }),
			});
		},
	);

	it.each(['app', 'oauth', 'none', '', 'bearer', '00000000-0000-4000-8000-000000000000'])(
		'of a workflow that sets the private header itself to %j has the access token only',
		async (value) => {
			const stored = settled();
			const { headers } = await request(stored, {
				[PRIVATE_HEADERS.ticket]: value,
				'x-whatsapp-cloud-authentication': value,
			});
			expect(headers?.Authorization).toBe(`Bearer ${stored.accessToken}`);
			expect(JSON.stringify(headers)).not.toContain(stored.appSecret);
		},
	);

	it('waits until its token was checked, if it uses it', async () => {
		for (const way of ['bearer', 'oauth'] as const) {
			await expect(request(credential(), withTicket(way))).rejects.toMatchObject({
				response: { status: 401 },
			});
		}
		for (const way of ['app', 'none'] as const) {
			await expect(request(credential(), withTicket(way))).resolves.toBeDefined();
		}
	});

	it('is marked as handed over only when the credential has released it', async () => {
		const waiting = issueTicket('bearer');
		await request(credential(), waiting.headers).catch(() => undefined);
		expect(waiting.ticket.handedOver).toBe(false);
		const sent = issueTicket('bearer');
		await request(settled(), sent.headers);
		expect(sent.ticket.handedOver).toBe(true);
	});

	it('waits until a rejected token was renewed, but not for one that was replaced since', async () => {
		const stored = settled();
		const renew = (token: string) => ({ [PRIVATE_HEADERS.renew]: fingerprint(token) });
		await expect(request(stored, renew(String(stored.accessToken)))).rejects.toMatchObject({
			response: { status: 401 },
		});
		await expect(request(stored, renew('an older token'))).resolves.toBeDefined();
	});

	it('proves the app secret where the app requires it and the token is used', async () => {
		const stored = settled({ appId: '901' });
		expect((await request(stored)).qs).toBeUndefined();
		noteRequiredProof('901');
		expect((await request(stored)).qs).toEqual({
			appsecret_proof: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		// Without the secret, a proof would be wrong.
		expect((await request({ ...stored, appSecret: '' })).qs).toBeUndefined();
		expect((await request(stored, withTicket('app'))).qs).toBeUndefined();
		expect((await request(stored, withTicket('none'))).qs).toBeUndefined();
	});
});

describe('the target of a request', () => {
	const gateway = () => settled({ baseUrl: 'https://gateway.example:8443/whatsapp' });

	it.each([
		'https://graph.facebook.com/v25.0/1',
		'https://lookaside.fbsbx.com/file',
		'https://mmg.whatsapp.net/file',
		'https://gateway.example:8443/other',
	])('%s gets the token', async (url) => {
		const stored = gateway();
		expect((await request(stored, {}, { url })).headers?.Authorization).toContain(
			String(stored.accessToken),
		);
	});

	it.each([
		'https://example.com/',
		'https://gateway.example/other',
		'http://gateway.example:8443/other',
		'http://graph.facebook.com/v25.0/1',
		'https://graph.facebook.com.example.com/',
		'https://graph.facebook.com@example.com/',
		'https://example.com/https://graph.facebook.com',
		'https://notfacebook.com/',
		'//example.com/v25.0/1',
		'ftp://graph.facebook.com/',
		'/v25.0/me',
		'',
	])('%j is rejected before anything is added', async (url) => {
		for (const way of ['bearer', 'oauth', 'app'] as const) {
			const { headers, ticket } = issueTicket(way);
			await expect(request(gateway(), headers, { url })).rejects.toThrow(
				/is used only for https:\/\/gateway\.example:8443/,
			);
			expect(ticket.handedOver).toBe(false);
		}
	});

	it('is found wherever an n8n helper puts it', async () => {
		const stored = gateway();
		const url = undefined as unknown as string;
		await expect(request(stored, {}, { url, uri: 'https://example.com/' })).rejects.toThrow();
		await expect(request(stored, {}, { url, uri: META })).resolves.toBeDefined();
		await expect(
			request(stored, {}, { baseURL: 'https://example.com', url: '/me' }),
		).rejects.toThrow();
		await expect(
			request(stored, {}, { baseURL: 'https://graph.facebook.com/', url: '/me' }),
		).resolves.toBeDefined();
		await expect(
			request(stored, {}, { baseURL: META, url: 'https://example.com/' }),
		).rejects.toThrow();
	});

	it('is not read on the way by a proxy of the workflow', async () => {
		const proxy = { host: 'proxy.example', port: 80 };
		await expect(request(settled(), {}, { proxy })).resolves.toBeDefined();
		for (const more of [{ skipSslCertificateValidation: true }, { rejectUnauthorized: false }]) {
			await expect(request(settled(), {}, { proxy, ...more })).rejects.toThrow();
			await expect(request(settled(), {}, more)).rejects.toThrow();
			// A gateway of one's own may have a certificate of one's own, but not with somebody between.
			const gateway = settled({ baseUrl: 'https://gateway.example' });
			const url = 'https://gateway.example/v25.0/me';
			await expect(request(gateway, {}, { url, ...more })).resolves.toBeDefined();
			await expect(request(gateway, {}, { url, proxy, ...more })).rejects.toThrow();
		}
		const sandbox = settled({ baseUrl: 'http://localhost:3900' });
		const url = 'http://localhost:3900/v25.0/me';
		await expect(request(sandbox, {}, { url })).resolves.toBeDefined();
		await expect(request(sandbox, {}, { url, proxy })).rejects.toThrow();
	});

	it('does not pass the token on to the host of a redirect', async () => {
		const sent = await request(settled(), {}, { sendCredentialsOnCrossOriginRedirect: true });
		expect(sent.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});

	it('may be any host for a request without authentication', async () => {
		const { headers } = await request(settled(), withTicket('none'), {
			url: 'http://example.com/',
		});
		expect(headers).toEqual({ accept: 'application/json' });
	});
});
