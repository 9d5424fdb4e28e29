import { ConnectionError } from '../../../../../cloud-api/errors/cloudApiError';
import type { TransportRequest, TransportResponse } from '../../../../../cloud-api/transport';
import { pairs } from '../../../../../nodes/WhatsAppCloud/runtime/sendQueue';
import { withRateLimit } from '../../../../../nodes/WhatsAppCloud/runtime/withRateLimit';
import { withRetries } from '../../../../../nodes/WhatsAppCloud/runtime/withRetries';
import { Run } from '../../../../../nodes/WhatsAppCloud/runtime/run';
import type { DeliveryOptions } from '../../../../../nodes/WhatsAppCloud/runtime/deliveryOptions';

const ACCEPTED = { status: 200, headers: {}, body: { messages: [{ id: 'wamid.1' }] } };
const rejection = (code: number): TransportResponse => ({
	status: 400,
	headers: {},
	body: { error: { code, message: `(#${code})` } },
});

let now: number;
let number: number;
beforeEach(() => {
	now = 1_000_000;
	number = (number ?? 0) + 1; // Another phone number for each test, because queues and pairs are shared.
	jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'setImmediate'] });
	jest.spyOn(performance, 'now').mockImplementation(() => now);
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

async function pass(ms: number): Promise<void> {
	for (let left = ms; left > 0; left--) {
		now += 1;
		await jest.advanceTimersByTimeAsync(1);
	}
}

type Answer = TransportResponse | Error;

/** Sends with rate limit and retries; Meta returns the `answers` for the recipient, then accepts. */
function sending(answers: Record<string, Answer[]>, options: Partial<DeliveryOptions> = {}) {
	const arrivals: Array<{ to: string; at: number }> = [];
	const run = new Run(true, {
		perSecond: 1000,
		maxRetryMs: 300_000,
		retryUnknown: false,
		keepConnections: false,
		...options,
	});
	const transport = withRetries(
		withRateLimit(async ({ body }) => {
			const { to } = body as { to: string };
			arrivals.push({ to, at: now });
			const answer = answers[to]?.shift() ?? ACCEPTED;
			return answer instanceof Error ? await Promise.reject(answer) : await Promise.resolve(answer);
		}, run),
		run,
	);
	const message = (to: string): TransportRequest => ({
		method: 'POST',
		url: `https://graph.facebook.com/v25.0/${number}/messages`,
		body: { messaging_product: 'whatsapp', to, type: 'text', text: { body: 'hi' } },
		authentication: 'bearer',
		message: { phoneNumberId: String(number), recipient: to },
	});
	return {
		run,
		arrivals,
		/** The recipients in the order of arrival. */
		reached: () => arrivals.map(({ to }) => to),
		send: async (to: string) =>
			await transport(message(to)).then(
				({ status }) => status,
				(error: { details: { outcome: string } }) => error.details.outcome,
			),
	};
}

describe('a throttle', () => {
	it('of the phone number pauses every message', async () => {
		const { send, reached } = sending({ ana: [rejection(80007)] });
		const ends = [send('ana')];
		await pass(10);
		ends.push(send('ben'));
		await pass(500);
		expect(reached()).toEqual(['ana']);
		await pass(120_000);
		expect(reached().sort()).toEqual(['ana', 'ana', 'ben']);
		expect(await Promise.all(ends)).toEqual([200, 200]);
	});

	it('of one recipient pauses no other recipient', async () => {
		const { send, reached } = sending({ ana: [rejection(131056)] });
		void send('ana');
		await pass(10);
		void send('ben');
		await pass(10);
		expect(reached()).toEqual(['ana', 'ben']);
		await pass(10_000);
		expect(reached()).toEqual(['ana', 'ben', 'ana']);
	});

	it('slows the phone number down', async () => {
		const { send, arrivals } = sending({ ana: [rejection(130429)] }, { perSecond: 10 });
		const gap = () => arrivals[arrivals.length - 1].at - arrivals[arrivals.length - 2].at;
		void send('ana');
		await pass(1000);
		for (const to of ['ben', 'cleo', 'dan']) void send(to);
		await pass(1000);
		expect(arrivals).toHaveLength(5);
		expect(gap()).toBeGreaterThan(108);
	});
});

describe('a temporary rejection', () => {
	it('pauses no other message', async () => {
		const { send, reached } = sending({ ana: [rejection(131016)] });
		void send('ana');
		await pass(10);
		void send('ben');
		await pass(10);
		expect(reached()).toEqual(['ana', 'ben']);
		await pass(10_000);
	});

	it('is retried no longer than Max Retry Time in total', async () => {
		const rejections = Array.from({ length: 20 }, () => rejection(130429));
		const { send, arrivals } = sending({ ana: rejections }, { maxRetryMs: 3000 });
		const end = send('ana');
		await pass(10_000);
		expect(await end).toBe('rejected');
		// After 0, 0.25, 0.75 and 1.75 seconds; the next would come after 3.75.
		expect(arrivals).toHaveLength(4);
	});
});

describe('a run that ends', () => {
	it('while a message that may have arrived waits for its retry: its outcome is unknown', async () => {
		const lost = new ConnectionError('closed', '', true, 'ECONNRESET');
		const { send, run, arrivals } = sending({ ana: [lost] }, { retryUnknown: true });
		const end = send('ana');
		await pass(10);
		run.halt({ message: 'rejected' });
		await pass(1000);
		expect(await end).toBe('unknown');
		expect(arrivals).toHaveLength(1);
	});

	it('while a rejected message waits for its retry: it was not sent', async () => {
		const { send, run } = sending({ ana: [rejection(131016)] });
		const end = send('ana');
		await pass(10);
		run.halt({ message: 'rejected' });
		await pass(1000);
		expect(await end).toBe('not sent');
	});

	it('reserves nothing for messages that are not sent', async () => {
		const { send, run, arrivals } = sending({});
		const before = pairs.size;
		run.halt({ message: 'rejected' });
		expect(await send('nobody')).toBe('not sent');
		expect(pairs.size).toBe(before);
		expect(arrivals).toEqual([]);
	});

	it('reports the first of several reasons', () => {
		const { run } = sending({});
		run.halt({ message: 'the first' });
		run.halt({ message: 'the second' });
		expect(() => run.check()).toThrow('the first');
	});
});
