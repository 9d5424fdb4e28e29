import { SendQueue, sendQueueOf } from '../../../../../nodes/WhatsAppCloud/runtime/sendQueue';
import { queueOf } from '../../../../../nodes/WhatsAppCloud/runtime/withRateLimit';
import { Run } from '../../../../../nodes/WhatsAppCloud/runtime/run';

const newRun = () =>
	new Run(true, {
		perSecond: 80,
		maxRetryMs: 300_000,
		retryUnknown: false,
		keepConnections: false,
	});

let now: number;
beforeEach(() => {
	now = 1_000_000;
	jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'setImmediate'] });
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

/** Time passes; `late`: the process was busy, so that what was due runs only at its end. */
async function pass(ms: number, late = false): Promise<void> {
	for (let left = ms; left > 0; left -= late ? ms : 1) {
		now += late ? ms : 1;
		await jest.advanceTimersByTimeAsync(late ? ms : 1);
	}
}

/** Queues up; tells how many have left. */
function enqueue(queue: SendQueue, run: Run, count: number): { left: number } {
	const queued = { left: 0 };
	for (let i = 0; i < count; i++) void queue.turn(run).then(() => (queued.left += 1));
	return queued;
}

describe('a send queue', () => {
	it('applies the limit of the newest run, whoever asks next', async () => {
		const queue = new SendQueue();
		const [older, newer] = [newRun(), newRun()];
		queue.setLimit(older, 1);
		queue.setLimit(newer, 1000);
		queue.setLimit(older, 1);
		const queued = enqueue(queue, older, 20);
		await pass(200);
		expect(queued.left).toBe(20);
	});

	it('catches up after a delay of the process, even if others join the queue in the meantime', async () => {
		const queue = new SendQueue();
		const run = newRun();
		queue.setLimit(run, 10);
		const queued = enqueue(queue, run, 2);
		await pass(1);
		expect(queued.left).toBe(1);
		now += 189;
		const another = enqueue(queue, run, 1);
		await jest.advanceTimersByTimeAsync(189);
		expect([queued.left, another.left]).toEqual([2, 0]);
		await pass(30);
		expect(another.left).toBe(1);
	});

	it('releases those whose run has ended', async () => {
		const queue = new SendQueue();
		const [ended, going] = [newRun(), newRun()];
		queue.setLimit(ended, 1);
		const first = enqueue(queue, going, 1);
		const waiting = enqueue(queue, ended, 5);
		await pass(1);
		expect([first.left, waiting.left]).toEqual([1, 0]);
		ended.halt({ message: 'rejected' });
		await pass(300);
		expect(waiting.left).toBe(5);
	});
});

describe('the send queues of this process', () => {
	it('are removed if there are many and they were not used for two minutes', async () => {
		const idle = sendQueueOf('idle');
		const busy = sendQueueOf('busy');
		for (let i = 0; i < 500; i++) sendQueueOf(`queue ${i}`);
		expect(sendQueueOf('idle')).toBe(idle);
		now += 121_000;
		void busy.turn(newRun());
		sendQueueOf('one more');
		expect(sendQueueOf('busy')).toBe(busy);
		expect(sendQueueOf('idle')).not.toBe(idle);
		await pass(1);
	});

	const run = newRun();
	const call = (url: string) =>
		queueOf({ method: 'GET', url, authentication: 'bearer' }, run).queue;
	const message = (from: string, to: string, host = 'graph.facebook.com') =>
		queueOf(
			{
				method: 'POST',
				url: `https://${host}/v25.0/${from}/messages`,
				body: { messaging_product: 'whatsapp', to, type: 'text', text: { body: 'hi' } },
				authentication: 'bearer',
				message: { phoneNumberId: from, recipient: to },
			},
			run,
		);

	it('belong to one sending number each, at one host', () => {
		expect(message('1', '2').queue).toBe(message('1', '3').queue);
		expect(message('1', '2').queue).not.toBe(message('4', '2').queue);
		expect(message('1', '2').queue).not.toBe(message('1', '2', 'gateway.example.com').queue);
	});

	it('and pairs to one number and one person each', () => {
		const pairs = [message('1', '2'), message('1', '3'), message('4', '2')].map(({ pair }) => pair);
		expect(new Set(pairs).size).toBe(3);
	});

	it('are separate for calls, one for each object', () => {
		const numbers = call('https://graph.facebook.com/v25.0/1/phone_numbers');
		expect(call('https://graph.facebook.com/v26.0/1/message_templates')).toBe(numbers);
		expect(call('https://graph.facebook.com/v25.0/2/phone_numbers')).not.toBe(numbers);
		expect(message('1', '2').queue).not.toBe(numbers);
	});
});
