import type { Transport } from '../../../../cloud-api/transport';
import { tidyCredential, type Credential } from '../../../../nodes/shared/credential';
import { keepAliveTransport } from '../../../../nodes/shared/keepAliveTransport';
import { credential } from './meta';
import { startApiDouble, type Answer } from '../../../support/apiDouble';

let api: Awaited<ReturnType<typeof startApiDouble>>;
let answer: Answer;
let onCall: () => void = () => {};
beforeAll(async () => {
	api = await startApiDouble(() => {
		onCall();
		return answer;
	});
});
beforeEach(() => {
	api.calls.length = 0;
});
afterAll(async () => await api.close());

/** Sends one message; returns its outcome and whether it was passed to n8n. */
async function send(signal?: AbortSignal) {
	let handedOver = false;
	const throughN8n: Transport = async () => {
		handedOver = true;
		return await Promise.resolve({ status: 200, headers: {}, body: 'from n8n' });
	};
	const read = async () => await Promise.resolve(tidyCredential({ accessToken: 'EAA' }));
	const transport = keepAliveTransport(read, throughN8n, signal);
	const outcome = await transport({
		method: 'POST',
		url: `${api.url}/v25.0/1/messages`,
		query: { a: 'b c' },
		body: { text: 'hi' },
		authentication: 'bearer',
		message: { phoneNumberId: '1', recipient: '15550100201' },
	}).then(
		({ body }) => body,
		(error: { details: object }) => error.details,
	);
	return { outcome, handedOver };
}

describe('a reused connection', () => {
	it('sends the message with its token', async () => {
		answer = { body: { messages: [] } };
		expect(await send()).toEqual({ outcome: { messages: [] }, handedOver: false });
		expect(api.calls).toMatchObject([
			{
				method: 'POST',
				url: '/v25.0/1/messages?a=b+c',
				headers: { authorization: 'Bearer EAA', 'content-type': 'application/json' },
				body: { text: 'hi' },
			},
		]);
	});

	it('passes nothing to n8n that was accepted, whatever its text: it would be sent twice', async () => {
		answer = { body: { echo: { code: 190 }, note: 'appsecret_proof' } };
		expect((await send()).handedOver).toBe(false);
	});

	it.each<[string, Answer, boolean]>([
		['HTTP 401', { status: 401, body: {} }, true],
		['a rejected token', { status: 400, body: { error: { code: 190 } } }, true],
		[
			'a required proof',
			{ status: 400, body: { error: { code: 100, message: 'require an appsecret_proof' } } },
			true,
		],
		['any other rejection', { status: 400, body: { error: { code: 1900 } } }, false],
	])('after %s: passed to n8n: %s', async (_, input, handedOver) => {
		answer = input;
		expect((await send()).handedOver).toBe(handedOver);
	});

	it('ends with the execution, and messages in flight may have arrived', async () => {
		answer = undefined;
		const called = new Promise<void>((resolve) => (onCall = resolve));
		const stop = new AbortController();
		const sending = send(stop.signal);
		await called;
		stop.abort();
		expect((await sending).outcome).toMatchObject({ outcome: 'unknown', reason: 'ERR_CANCELED' });
	});

	it('reports that nothing was sent if the connection is refused', async () => {
		const { url } = api;
		const gone = await startApiDouble(() => undefined);
		await gone.close();
		api.url = gone.url;
		const { outcome } = await send();
		api.url = url;
		expect(outcome).toMatchObject({ outcome: 'not sent' });
	});

	describe('while the token must be checked or renewed', () => {
		const message = { method: 'POST', body: {}, authentication: 'bearer' } as const;
		let stored: Credential;
		let passed: number;
		let throughN8n: Transport;
		let transport: Transport;
		beforeEach(() => {
			answer = { body: { messages: [] } };
			stored = tidyCredential(credential({ baseUrl: api.url }));
			passed = 0;
			throughN8n = async () => {
				passed += 1;
				stored = tidyCredential({ accessToken: 'EAA-renewed' });
				return await Promise.resolve({ status: 200, headers: {}, body: 'from n8n' });
			};
			transport = keepAliveTransport(
				async () => await Promise.resolve(stored),
				async (request) => await throughN8n(request),
			);
		});
		const sendOne = async () => await transport({ ...message, url: `${api.url}/v25.0/1/messages` });
		const tokens = () => api.calls.map(({ headers }) => headers.authorization);

		it('passes messages to n8n, and sends the next ones with the stored token', async () => {
			for (let i = 0; i < 3; i++) await sendOne();
			expect([passed, tokens()]).toEqual([1, ['Bearer EAA-renewed', 'Bearer EAA-renewed']]);
		});

		it('sends none of those at the same time with the former token', async () => {
			await Promise.all([sendOne(), sendOne(), sendOne()]);
			expect([passed, tokens()]).toEqual([3, []]);
		});

		it('passes messages to n8n when the credential cannot be read, until it can', async () => {
			const broken = keepAliveTransport(
				async () => (passed === 0 ? await Promise.reject(new Error('database is locked')) : stored),
				async (request) => await throughN8n(request),
			);
			for (let i = 0; i < 2; i++) await broken({ ...message, url: `${api.url}/v25.0/1/messages` });
			expect([passed, tokens()]).toEqual([1, ['Bearer EAA-renewed']]);
		});
	});

	it('sends the next message with the token that replaced a rejected one', async () => {
		let accessToken = 'EAA-rejected';
		const transport = keepAliveTransport(
			async () => await Promise.resolve(tidyCredential({ accessToken })),
			async () => {
				accessToken = 'EAA-renewed';
				return await Promise.resolve({ status: 200, headers: {}, body: 'from n8n' });
			},
		);
		const message = { method: 'POST', url: `${api.url}/v25.0/1/messages`, body: {} } as const;
		answer = { status: 401, body: {} };
		await transport({ ...message, authentication: 'bearer' });
		answer = { body: { messages: [] } };
		await transport({ ...message, authentication: 'bearer' });
		expect(api.calls.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer EAA-rejected',
			'Bearer EAA-renewed',
		]);
	});
});
