/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { TransportRequest, TransportResponse } from '../../../../../cloud-api/transport';
import { withRetries } from '../../../../../nodes/WhatsAppCloud/runtime/withRetries';
import { Run } from '../../../../../nodes/WhatsAppCloud/runtime/run';
import { fastClock } from '../../../../support/fastClock';

const MESSAGE: TransportRequest = {
	method: 'POST',
	url: 'https://graph.facebook.com/v25.0/106540352242922/messages',
	body: { messaging_product: 'whatsapp', to: '15550100201', type: 'text', text: { body: 'hi' } },
	authentication: 'bearer',
	message: { phoneNumberId: '106540352242922', recipient: '15550100201' },
};
const WRITE: TransportRequest = {
	method: 'POST',
	url: 'https://graph.facebook.com/v25.0/106540352242922/register',
	body: {},
	authentication: 'bearer',
};
const READ: TransportRequest = { ...WRITE, idempotent: true };
const ACCEPTED = { status: 200, headers: {}, body: { messages: [{ id: 'wamid.1' }] } };
const bare = (status: number, body: unknown = ''): TransportResponse => ({
	status,
	headers: {},
	body,
});

/** Sends one request; Meta returns the answers in turn, then the last one again and again. */
async function send(request: TransportRequest, answers: TransportResponse[], retryUnknown = false) {
	let tries = 0;
	const run = new Run(true, {
		perSecond: 80,
		maxRetryMs: 300_000,
		retryUnknown,
		keepConnections: false,
	});
	const transport = withRetries(
		async () => await Promise.resolve(answers[Math.min(tries++, answers.length - 1)]),
		run,
	);
	const outcome = await transport(request).then(
		({ status }) => status,
		(error: { details: { outcome: string } }) => error.details.outcome,
	);
	return { outcome, tries };
}

describe("a server's response without Meta's envelope", () => {
	let realClock: () => void;
	beforeAll(() => (realClock = fastClock(100)));
	afterAll(() => realClock());

	it.each([500, 501, 502, 504, 520, 599])(
		'makes the outcome of a message unknown, so it is not retried: HTTP %i',
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

	it('is retried with "Retry" under "On Unknown Outcome"', async () => {
		expect(await send(MESSAGE, [bare(500), ACCEPTED], true)).toEqual({ outcome: 200, tries: 2 });
	});

	it('is retried for an idempotent request', async () => {
		expect(await send(READ, [bare(500), bare(200, { success: true })])).toEqual({
			outcome: 200,
			tries: 2,
		});
	});

	it('is never retried for another write', async () => {
		expect((await send(WRITE, [bare(500), bare(200, {})], true)).tries).toBe(1);
	});

	it('is a rejection with HTTP 503', async () => {
		expect(await send(MESSAGE, [bare(503), ACCEPTED])).toEqual({ outcome: 200, tries: 2 });
		expect((await send(MESSAGE, [bare(503)])).outcome).not.toBe('unknown');
	});

	it('is not confused with a rejection by Meta with HTTP 500', async () => {
		const rejection = bare(500, {
			error: { code: 131000, message: '(#131000) Something went wrong' },
		});
		expect(await send(MESSAGE, [rejection, ACCEPTED])).toEqual({ outcome: 200, tries: 2 });
	});
});

describe('an answer with a success status', () => {
	it.each([
		['an empty message ID', { messages: [{ id: '' }] }],
		['a blank message ID', { messages: [{ id: ' ' }] }],
		['a message ID that is not text', { messages: [{ id: 7 }] }],
		['no message', { messages: [] }],
		[
			'a message ID and an error',
			{ messages: [{ id: 'wamid.1' }], error: { code: 131016, message: 'overloaded' } },
		],
	])('and %s leaves the outcome unknown and is not retried', async (_, body) => {
		expect(await send(MESSAGE, [bare(200, body), ACCEPTED])).toEqual({
			outcome: 'unknown',
			tries: 1,
		});
	});
});

describe('HTTP 429 of a gateway, without an error of Meta', () => {
	let realClock: () => void;
	beforeAll(() => (realClock = fastClock(100)));
	afterAll(() => realClock());

	it('is retried after the time in Retry-After', async () => {
		const busy = { status: 429, headers: { 'retry-after': '7' }, body: 'slow down' };
		const startedAt = performance.now();
		expect(await send(MESSAGE, [busy, ACCEPTED])).toEqual({ outcome: 200, tries: 2 });
		expect(performance.now() - startedAt).toBeGreaterThan(6900);
	});
});

describe('a wait that exceeds Max Retry Time', () => {
	let realClock: () => void;
	beforeAll(() => (realClock = fastClock(100)));
	afterAll(() => realClock());

	const busy = (retryAfter: string): TransportResponse => ({
		status: 429,
		headers: { 'retry-after': retryAfter },
		body: { error: { message: 'Rate limit hit', type: 'OAuthException', code: 130429 } },
	});

	/** The description of the error when each answer takes two seconds. */
	async function reported(...answers: TransportResponse[]): Promise<string> {
		const run = new Run(true, {
			perSecond: 80,
			maxRetryMs: 300_000,
			retryUnknown: false,
			keepConnections: false,
		});
		const slow = async () => {
			await new Promise((resolve) => setTimeout(resolve, 2000));
			return answers.shift() as TransportResponse;
		};
		const outcome = withRetries(slow, run)(MESSAGE);
		return await outcome.then(
			() => 'sent',
			(error: { description: string }) => error.description,
		);
	}

	it('after the first answer is reported without a retry, however slow the answer was', async () => {
		const text = await reported(busy('900'));
		expect(text).toMatch(/The node would have to wait 90[01] seconds before it can retry/);
		expect(text).not.toContain('retried');
	});

	it('after a retry is reported with the time spent', async () => {
		const text = await reported(busy('1'), busy('900'));
		expect(text).toMatch(
			/The node retried the request for \d+ seconds and would have to wait 90[01] more/,
		);
	});
});
