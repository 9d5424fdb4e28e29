/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { TransportRequest, TransportResponse } from '../../../cloud-api/transport';
import { repeated } from '../../../nodes/WhatsAppCloud/runtime/repeated';
import { Run } from '../../../nodes/WhatsAppCloud/runtime/run';
import { fastClock } from '../../support/fastClock';

const MESSAGE: TransportRequest = {
	method: 'POST',
	url: 'https://graph.facebook.com/v25.0/106540352242922/messages',
	body: { messaging_product: 'whatsapp', to: '15550100201', type: 'text', text: { body: 'hi' } },
	authentication: 'bearer',
};
const READ: TransportRequest = { ...MESSAGE, body: { status: 'read', message_id: 'wamid.1' } };
const ACCEPTED = { status: 200, headers: {}, body: { messages: [{ id: 'wamid.1' }] } };
const bare = (status: number, body: unknown = ''): TransportResponse => ({
	status,
	headers: {},
	body,
});

/** Sends one request through `repeated`; Meta gives the answers in turn, the last one for ever. */
async function send(
	request: TransportRequest,
	answers: TransportResponse[],
	repeatUnknown = false,
) {
	let tries = 0;
	const run = new Run(true, {
		perSecond: 80,
		longestWaitMs: 300_000,
		repeatUnknown,
		keepConnections: false,
	});
	const transport = repeated(
		async () => await Promise.resolve(answers[Math.min(tries++, answers.length - 1)]),
		run,
	);
	const outcome = await transport(request).then(
		({ status }) => status,
		(error: { details: { outcome: string } }) => error.details.outcome,
	);
	return { outcome, tries };
}

describe("a server's answer without Meta's envelope", () => {
	let realClock: () => void;
	beforeAll(() => (realClock = fastClock(100)));
	afterAll(() => realClock());

	it.each([500, 501, 502, 504, 520, 599])(
		'leaves unknown whether a message arrived, so it is not repeated: HTTP %i',
		async (status) => {
			expect(await send(MESSAGE, [bare(status), ACCEPTED])).toEqual({
				outcome: 'unknown',
				tries: 1,
			});
		},
	);

	it.each(['', '<html>Sorry</html>', { message: 'oops' }, null])(
		'whatever its body is: %j',
		async (body) => {
			expect((await send(MESSAGE, [bare(500, body), ACCEPTED])).outcome).toBe('unknown');
		},
	);

	it('is answered by a repetition where the user wants that', async () => {
		expect(await send(MESSAGE, [bare(500), ACCEPTED], true)).toEqual({ outcome: 200, tries: 2 });
	});

	it('is answered by a repetition where that does no harm', async () => {
		expect(await send(READ, [bare(500), bare(200, { success: true })])).toEqual({
			outcome: 200,
			tries: 2,
		});
	});

	it('is no reason to repeat what changes something, not even where messages are repeated', async () => {
		const register = { ...MESSAGE, url: MESSAGE.url.replace('messages', 'register') };
		expect((await send(register, [bare(500), bare(200, {})], true)).tries).toBe(1);
	});

	it('is a refusal with HTTP 503: nobody has worked on the message', async () => {
		expect(await send(MESSAGE, [bare(503), ACCEPTED])).toEqual({ outcome: 200, tries: 2 });
		expect((await send(MESSAGE, [bare(503)])).outcome).not.toBe('unknown');
	});

	it("is not meant by Meta's own refusal with HTTP 500", async () => {
		const refusal = bare(500, {
			error: { code: 131000, message: '(#131000) Something went wrong' },
		});
		expect(await send(MESSAGE, [refusal, ACCEPTED])).toEqual({ outcome: 200, tries: 2 });
	});
});

describe('a wait that is longer than the longest', () => {
	let realClock: () => void;
	beforeAll(() => (realClock = fastClock(100)));
	afterAll(() => realClock());

	const busy = (retryAfter: string): TransportResponse => ({
		status: 429,
		headers: { 'retry-after': retryAfter },
		body: { error: { message: 'Rate limit hit', type: 'OAuthException', code: 130429 } },
	});

	/** What the error tells when each answer takes two seconds. */
	async function told(...answers: TransportResponse[]): Promise<string> {
		const run = new Run(true, {
			perSecond: 80,
			longestWaitMs: 300_000,
			repeatUnknown: false,
			keepConnections: false,
		});
		const slow = async () => {
			await new Promise((resolve) => setTimeout(resolve, 2000));
			return answers.shift() as TransportResponse;
		};
		const outcome = repeated(slow, run)(MESSAGE);
		return await outcome.then(
			() => 'sent',
			(error: { description: string }) => error.description,
		);
	}

	it('after the first answer, however slow, was not repeated', async () => {
		const text = await told(busy('900'));
		expect(text).toMatch(/The node would have to wait 90[01] seconds before the next try/);
		expect(text).not.toContain('repeated');
	});

	it('after a second one was', async () => {
		const text = await told(busy('1'), busy('900'));
		expect(text).toMatch(
			/has repeated the request for \d+ seconds and would have to wait 90[01] more/,
		);
	});
});
