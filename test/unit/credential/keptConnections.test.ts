import type { Transport } from '../../../cloud-api/transport';
import { tidyCredential } from '../../../nodes/shared/credential';
import { keptConnections } from '../../../nodes/shared/keptConnections';
import { startApiDouble, type Answer } from '../../support/api-double';

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

/** Sends one message; tells what came of it and whether it was handed to n8n. */
async function send(signal?: AbortSignal) {
	let handedOver = false;
	const careful: Transport = async () => {
		handedOver = true;
		return await Promise.resolve({ status: 200, headers: {}, body: 'from n8n' });
	};
	const transport = keptConnections(tidyCredential({ accessToken: 'EAA' }), careful, signal);
	const outcome = await transport({
		method: 'POST',
		url: `${api.url}/v25.0/1/messages`,
		query: { a: 'b c' },
		body: { text: 'hi' },
		authentication: 'bearer',
	}).then(
		({ body }) => body,
		(error: { details: object }) => error.details,
	);
	return { outcome, handedOver };
}

describe('a kept connection', () => {
	it('carries the message with its token', async () => {
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

	it('hands nothing over that was accepted, whatever words are in it: it would be sent twice', async () => {
		answer = { body: { echo: { code: 190 }, note: 'appsecret_proof' } };
		expect((await send()).handedOver).toBe(false);
	});

	it.each<[string, Answer, boolean]>([
		['HTTP 401', { status: 401, body: {} }, true],
		['a refused token', { status: 400, body: { error: { code: 190 } } }, true],
		[
			'a demanded proof',
			{ status: 400, body: { error: { code: 100, message: 'require an appsecret_proof' } } },
			true,
		],
		['any other refusal', { status: 400, body: { error: { code: 1900 } } }, false],
	])('after %s: handed over to n8n: %s', async (_, given, handedOver) => {
		answer = given;
		expect((await send()).handedOver).toBe(handedOver);
	});

	it('ends with the execution, and what is under way may have arrived', async () => {
		answer = undefined;
		const called = new Promise<void>((resolve) => (onCall = resolve));
		const stop = new AbortController();
		const sending = send(stop.signal);
		await called;
		stop.abort();
		expect((await sending).outcome).toMatchObject({ outcome: 'unknown', reason: 'ERR_CANCELED' });
	});

	it('says nothing was sent when there is nobody', async () => {
		const { url } = api;
		const gone = await startApiDouble(() => undefined);
		await gone.close();
		api.url = gone.url;
		const { outcome } = await send();
		api.url = url;
		expect(outcome).toMatchObject({ outcome: 'not sent' });
	});
});
