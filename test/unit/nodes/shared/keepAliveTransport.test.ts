import type { Transport } from '../../../../cloud-api/transport';
import { tidyCredential } from '../../../../nodes/shared/credential';
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
	const transport = keepAliveTransport(tidyCredential({ accessToken: 'EAA' }), throughN8n, signal);
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

	it('passes the first message to n8n when the token must be checked or renewed', async () => {
		let passed = 0;
		const throughN8n: Transport = async () => {
			passed += 1;
			return await Promise.resolve({ status: 200, headers: {}, body: 'from n8n' });
		};
		answer = { body: { messages: [] } };
		const transport = keepAliveTransport(
			tidyCredential(credential({ baseUrl: api.url })),
			throughN8n,
		);
		const message = { method: 'POST', url: `${api.url}/v25.0/1/messages`, body: {} } as const;
		for (let i = 0; i < 3; i++) await transport({ ...message, authentication: 'bearer' });
		expect([passed, api.calls.length]).toEqual([1, 2]);
	});
});
