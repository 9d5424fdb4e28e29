/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- development code, never shipped */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { GraphApi } from '../../../../cloud-api/graph';
import type { TransportRequest } from '../../../../cloud-api/transport';
import { tidyCredential } from '../../../../nodes/shared/credential';
import { secretsOf } from '../../../../nodes/shared/hideSecrets';
import { httpTransport } from '../../../../nodes/shared/httpTransport';

const SECRETS = {
	accessToken: 'token/with+signs=and"quotes',
	appSecret: '0123456789abcdef0123456789abcdef',
	previousAppSecret: 'the previous secret',
};
let server: Server;
let url: string;
let respond: (response: ServerResponse) => void;
let closed: Promise<unknown>;

beforeAll(async () => {
	server = createServer((request, response) => {
		request.resume();
		closed = once(response, 'close');
		respond(response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

/** Like n8n's helper with `encoding: 'stream'`. */
async function send(request: IHttpRequestOptions) {
	const response = await fetch(request.url, { method: request.method, redirect: 'manual' });
	return {
		statusCode: response.status,
		headers: Object.fromEntries(response.headers.entries()),
		body: response.body && Readable.fromWeb(response.body as ReadableStream),
	};
}
const transport = httpTransport({
	send,
	authorize: () => ({}),
	secrets: secretsOf(tidyCredential(SECRETS)),
});
const get = async (more: Partial<TransportRequest> = {}) =>
	await transport({ method: 'GET', url: `${url}/x`, authentication: 'bearer', ...more });
const json = (status: number, body: unknown) => (response: ServerResponse) => {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
};

describe('secrets in an answer', () => {
	const { accessToken, appSecret, previousAppSecret } = SECRETS;
	const proof = secretsOf(tidyCredential(SECRETS)).at(-1) as string;

	it.each([200, 400, 401, 500])(
		'are hidden with HTTP %i, in every place and spelling',
		async (status) => {
			const quoted = [accessToken, appSecret, previousAppSecret, proof].flatMap((secret) => [
				secret,
				encodeURIComponent(secret),
			]);
			respond = json(status, {
				data: { error: { message: quoted.join(' ') }, [accessToken]: [quoted] },
				error:
					status === 200
						? undefined
						: { message: quoted.join(','), error_data: { details: quoted } },
			});
			const text = JSON.stringify((await get()).body);
			for (const secret of quoted) {
				expect(text).not.toContain(secret);
				expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
			}
			expect(text).toContain('[hidden]');
		},
	);

	it.each([
		['PIN', { body: { pin: '123456' } }, '123456'],
		[
			'verify token',
			{ body: { webhook_configuration: { verify_token: 'open-sesame' } } },
			'open-sesame',
		],
		['token of the query', { query: { input_token: 'another-token' } }, 'another-token'],
	])('of the request itself are hidden too: %s', async (_, more, secret) => {
		respond = json(400, { error: { code: 100, message: `Invalid ${secret}, not ${secret}.` } });
		expect(JSON.stringify((await get(more)).body)).not.toContain(secret);
	});

	it('of six digits are hidden as whole numbers, and IDs are kept', async () => {
		respond = json(400, { error: { message: 'PIN 123456 of 9123456789 is wrong' } });
		expect((await get({ body: { pin: '123456' } })).body).toEqual({
			error: { message: 'PIN [hidden] of 9123456789 is wrong' },
		});
		respond = json(200, { id: '123456' });
		expect((await get({ body: { pin: '123456' } })).body).toEqual({ id: '123456' });
	});

	it('are kept in the one field that returns a new token', async () => {
		respond = json(200, { access_token: accessToken });
		expect((await get()).body).toEqual({ access_token: accessToken });
	});

	it('are hidden in errors of the helper', async () => {
		const failing = httpTransport({
			send: async () =>
				await Promise.reject<object>(
					Object.assign(new Error('wrapped'), { messages: [`bad ${appSecret}`], httpCode: '400' }),
				),
			authorize: () => ({}),
			secrets: [appSecret],
		});
		const error = await failing({ method: 'GET', url: `${url}/x`, authentication: 'app' }).catch(
			(reason: Error) => reason,
		);
		expect(String((error as Error).message)).toBe('bad [hidden]');
	});
});

describe('the size of an answer', () => {
	const endless = (status: number) => (response: ServerResponse) => {
		response.writeHead(status, { 'content-type': 'application/octet-stream' });
		const more = () => {
			while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'x')));
			if (!response.destroyed) response.once('drain', more);
		};
		more();
	};

	it.each([400, 404, 502])(
		'is cut at 64 KB with HTTP %i, and the rest is not read',
		async (status) => {
			respond = endless(status);
			const { body } = await get();
			expect(String(body)).toHaveLength(64 * 1024);
			await closed;
		},
	);

	it('of a file that cannot be opened is cut at 64 KB, too', async () => {
		respond = endless(404);
		const graph = new GraphApi({ transport, baseUrl: url, version: 'v25.0' });
		await expect(graph.open(`${url}/file`)).rejects.toThrow('HTTP 404');
		await closed;
	});

	it('may be 32 MB for an answer, beyond which it is not one of the Graph API', async () => {
		respond = endless(200);
		await expect(get()).rejects.toThrow('more than 32 MB');
		await closed;
	});
});

it('an answer that stalls is given up after the timeout', async () => {
	respond = (response) => {
		response.writeHead(200);
		response.write('{');
	};
	await expect(get({ timeout: 200 })).rejects.toMatchObject({ details: { reason: 'ETIMEDOUT' } });
});

describe('a link from a workflow', () => {
	const sent: TransportRequest[] = [];
	const graph = new GraphApi({
		transport: async (request) => {
			sent.push(request);
			return await Promise.resolve({ status: 200, headers: {}, body: undefined });
		},
		baseUrl: 'https://graph.facebook.com',
		version: 'v25.0',
	});
	beforeEach(() => (sent.length = 0));

	it.each([
		'https://graph.facebook.com/v25.0/me',
		'https://lookaside.fbsbx.com/x',
		'http://example.com/a',
	])('is opened without authorization: %s', async (link) => {
		await graph.open(link);
		expect(sent).toMatchObject([{ url: link, authentication: 'none' }]);
	});

	it.each([
		'file:///etc/passwd',
		'ftp://example.com/',
		'data:text/plain,x',
		'javascript:1',
		'x',
		'',
	])('is invalid before anything is sent: %j', async (link) => {
		await expect(graph.open(link)).rejects.toThrow('is not a web address');
		expect(sent).toEqual([]);
	});
});
