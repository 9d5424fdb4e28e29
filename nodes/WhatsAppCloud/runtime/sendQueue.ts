import { sleep } from 'n8n-workflow';
import { PairRateLimiter } from '../../../cloud-api/rateLimits/pairRateLimiter';
import { ThroughputLimiter } from '../../../cloud-api/rateLimits/throughputLimiter';
import type { Run } from './run';

/** An idle queue is dropped when there are more than this many. */
const MAX_QUEUES = 500;
const IDLE_MS = 120_000;
const POLL_MS = 250;

interface Waiting {
	run: Run;
	go: (ticket: number) => void;
}

/**
 * The queue in front of one phone number (or, without a throughput limit, of another object of Meta's):
 * first come, first served, at the throughput of the number, and paused while Meta asks for it.
 */
export class SendQueue {
	lastUsed = performance.now();
	private limiter = new ThroughputLimiter(Infinity);
	private waiting: Waiting[] = [];
	private moving = false;
	private readonly known = new WeakSet<Run>();

	/** The limit of the newest run applies to all runs. */
	setLimit(run: Run, perSecond: number): void {
		if (this.known.has(run)) return;
		this.known.add(run);
		if (this.limiter.limit !== perSecond)
			this.limiter = new ThroughputLimiter(perSecond, this.limiter);
	}

	/** Resolves with a ticket when the request may be sent, or when its run has ended. */
	async turn(run: Run): Promise<number> {
		this.lastUsed = performance.now();
		if (!this.moving) this.limiter.rested(this.lastUsed);
		return await new Promise((go) => {
			this.waiting.push({ run, go });
			void this.move();
		});
	}

	answered(ticket: number, accepted: boolean): void {
		this.limiter.answered(ticket, performance.now(), accepted);
	}

	pause(ms: number): void {
		this.limiter.pause(performance.now() + ms);
	}

	slowDown(): void {
		this.limiter.slowDown(performance.now());
	}

	get idle(): boolean {
		return this.waiting.length === 0 && performance.now() - this.lastUsed > IDLE_MS;
	}

	private async move(): Promise<void> {
		if (this.moving) return;
		this.moving = true;
		while (this.waiting.length > 0) {
			this.dismissEnded();
			const delay = this.limiter.delay(performance.now());
			if (delay > 0) await sleep(Math.min(delay, POLL_MS));
			else this.waiting.shift()?.go(this.limiter.launch(performance.now()));
		}
		this.moving = false;
	}

	private dismissEnded(): void {
		if (!this.waiting.some(({ run }) => run.ended)) return;
		const ended = this.waiting.filter(({ run }) => run.ended);
		this.waiting = this.waiting.filter(({ run }) => !run.ended);
		for (const { go } of ended) go(-1);
	}
}

/** Shared by all executions in this process. */
const queues = new Map<string, SendQueue>();
export const pairs = new PairRateLimiter();

/** The queue of an object of Meta's; `key` names host and object and contains no secret. */
export function sendQueueOf(key: string): SendQueue {
	let queue = queues.get(key);
	if (!queue) {
		if (queues.size >= MAX_QUEUES) dropIdle();
		queue = new SendQueue();
		queues.set(key, queue);
	}
	return queue;
}

function dropIdle(): void {
	for (const [key, queue] of queues) if (queue.idle) queues.delete(key);
}
