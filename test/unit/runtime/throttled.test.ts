import { ConnectionError } from '../../../cloud-api/errors/cloudApiError';
import type { TransportRequest, TransportResponse } from '../../../cloud-api/transport';
import { pairs } from '../../../nodes/WhatsAppCloud/runtime/lanes';
import { paced } from '../../../nodes/WhatsAppCloud/runtime/paced';
import { repeated } from '../../../nodes/WhatsAppCloud/runtime/repeated';
import { Run } from '../../../nodes/WhatsAppCloud/runtime/run';
import type { SendingOptions } from '../../../nodes/WhatsAppCloud/runtime/sendingOptions';

const ACCEPTED = { status: 200, headers: {}, body: { messages: [{ id: 'wamid.1' }] } };
const refusal = (code: number): TransportResponse => ({
	status: 400,
	headers: {},
	body: { error: { code, message: `(#${code})` } },
});

let now: number;
let number: number;
beforeEach(() => {
	now = 1_000_000;
	number = (number ?? 0) + 1; // A number of its own for each test, because lanes and pairs are shared.
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

/** Sends through pace and repetition; Meta answers with what `answers` holds for the person, then accepts. */
function sending(answers: Record<string, Answer[]>, options: Partial<SendingOptions> = {}) {
	const arrivals: Array<{ to: string; at: number }> = [];
	const run = new Run(true, {
		perSecond: 1000,
		longestWaitMs: 300_000,
		repeatUnknown: false,
		keepConnections: false,
		...options,
	});
	const transport = repeated(
		paced(async ({ body }) => {
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
	});
	return {
		run,
		arrivals,
		/** Who got something, in order. */
		reached: () => arrivals.map(({ to }) => to),
		send: async (to: string) =>
			await transport(message(to)).then(
				({ status }) => status,
				(error: { details: { outcome: string } }) => error.details.outcome,
			),
	};
}

describe('a refusal for speed', () => {
	it('of the whole number makes every message wait', async () => {
		const { send, reached } = sending({ ana: [refusal(80007)] });
		const ends = [send('ana')];
		await pass(10);
		ends.push(send('ben'));
		await pass(500);
		expect(reached()).toEqual(['ana']);
		await pass(120_000);
		expect(reached().sort()).toEqual(['ana', 'ana', 'ben']);
		expect(await Promise.all(ends)).toEqual([200, 200]);
	});

	it('towards one person makes nobody else wait', async () => {
		const { send, reached } = sending({ ana: [refusal(131056)] });
		void send('ana');
		await pass(10);
		void send('ben');
		await pass(10);
		expect(reached()).toEqual(['ana', 'ben']);
		await pass(10_000);
		expect(reached()).toEqual(['ana', 'ben', 'ana']);
	});

	it('makes the number slower from then on', async () => {
		const { send, arrivals } = sending({ ana: [refusal(130429)] }, { perSecond: 10 });
		const gap = () => arrivals[arrivals.length - 1].at - arrivals[arrivals.length - 2].at;
		void send('ana');
		await pass(1000);
		for (const to of ['ben', 'cleo', 'dan']) void send(to);
		await pass(1000);
		expect(arrivals).toHaveLength(5);
		expect(gap()).toBeGreaterThan(108);
	});
});

describe('a passing trouble', () => {
	it('makes nobody else wait', async () => {
		const { send, reached } = sending({ ana: [refusal(131016)] });
		void send('ana');
		await pass(10);
		void send('ben');
		await pass(10);
		expect(reached()).toEqual(['ana', 'ben']);
		await pass(10_000);
	});

	it('is waited for no longer than Longest Wait in all', async () => {
		const trouble = Array.from({ length: 20 }, () => refusal(130429));
		const { send, arrivals } = sending({ ana: trouble }, { longestWaitMs: 3000 });
		const end = send('ana');
		await pass(10_000);
		expect(await end).toBe('refused');
		// After 0, 0.25, 0.75 and 1.75 seconds; the next would come after 3.75.
		expect(arrivals).toHaveLength(4);
	});
});

describe('a run that ends', () => {
	it('while a message waits to be repeated that may have arrived: its outcome is unknown', async () => {
		const lost = new ConnectionError('closed', '', true, 'ECONNRESET');
		const { send, run, arrivals } = sending({ ana: [lost] }, { repeatUnknown: true });
		const end = send('ana');
		await pass(10);
		run.halt({ message: 'refused' });
		await pass(1000);
		expect(await end).toBe('unknown');
		expect(arrivals).toHaveLength(1);
	});

	it('while a message waits to be repeated that was refused: it was not sent', async () => {
		const { send, run } = sending({ ana: [refusal(131016)] });
		const end = send('ana');
		await pass(10);
		run.halt({ message: 'refused' });
		await pass(1000);
		expect(await end).toBe('not sent');
	});

	it('takes no place of a person for what does not leave any more', async () => {
		const { send, run, arrivals } = sending({});
		const before = pairs.size;
		run.halt({ message: 'refused' });
		expect(await send('nobody')).toBe('not sent');
		expect(pairs.size).toBe(before);
		expect(arrivals).toEqual([]);
	});

	it('tells the first of several reasons', () => {
		const { run } = sending({});
		run.halt({ message: 'the first' });
		run.halt({ message: 'the second' });
		expect(() => run.check()).toThrow('the first');
	});
});
