/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { Heap } from './heap';

export interface Timer {
	cancel(): void;
}

interface Pending {
	due: number;
	order: number;
	run: () => unknown;
	cancelled: boolean;
}

/** setTimeout takes at most this many milliseconds. */
const MAX_SLEEP = 2_147_483_647;

/**
 * The sandbox's only source of time. It follows the real clock and can be moved forward.
 * Everything scheduled (statuses, redelivery, expiry) is a timer here, so a test advances the
 * clock where a person would wait.
 */
export class Clock {
	private offset = 0;
	private order = 0;
	private sleeping?: NodeJS.Timeout;
	private advancing = false;
	/** The current time while the clock is stopped. */
	private stoppedAt?: number;
	private readonly pending = new Heap<Pending>((a, b) =>
		a.due === b.due ? a.order < b.order : a.due < b.due,
	);

	/** @param settle awaited between two timers of `advance`, so that the work of one ends before the next runs */
	constructor(private readonly settle: () => Promise<void> = async () => {}) {}

	/** Milliseconds since 1970. */
	now(): number {
		return this.stoppedAt ?? Date.now() + this.offset;
	}

	/** Stops the clock. Only `advance` moves it then: for tests that count messages within a second. */
	stop(): void {
		this.stoppedAt ??= this.now();
		clearTimeout(this.sleeping);
	}

	/** Resumes a stopped clock from the time at which it stopped. */
	run(): void {
		if (this.stoppedAt === undefined) return;
		this.offset = this.stoppedAt - Date.now();
		this.stoppedAt = undefined;
		this.sleep();
	}

	/** Unix time in whole seconds, as webhooks carry it. */
	seconds(): number {
		return Math.floor(this.now() / 1000);
	}

	after(milliseconds: number, run: () => unknown): Timer {
		return this.at(this.now() + milliseconds, run);
	}

	at(due: number, run: () => unknown): Timer {
		const timer: Pending = { due, order: this.order++, run, cancelled: false };
		this.pending.push(timer);
		if (this.pending.peek() === timer) this.sleep();
		return {
			cancel: () => {
				timer.cancelled = true;
			},
		};
	}

	/**
	 * Moves time forward. Timers run in order, each at its own time, and what one starts
	 * (a delivery, a redelivery) ends before the next one runs.
	 */
	async advance(milliseconds: number): Promise<void> {
		const target = this.now() + milliseconds;
		this.advancing = true;
		clearTimeout(this.sleeping);
		try {
			await this.settle();
			for (;;) {
				const next = this.pending.peek();
				if (!next || next.due > Math.max(target, this.now())) break;
				this.pending.pop();
				if (next.cancelled) continue;
				this.moveTo(next.due);
				await next.run();
				await this.settle();
			}
			this.moveTo(target);
		} finally {
			this.advancing = false;
			this.sleep();
		}
	}

	/** Removes all timers. */
	clear(): void {
		clearTimeout(this.sleeping);
		this.pending.clear();
	}

	private moveTo(time: number): void {
		if (this.stoppedAt !== undefined) this.stoppedAt = Math.max(this.stoppedAt, time);
		else this.offset = Math.max(this.offset, time - Date.now());
	}

	private sleep(): void {
		clearTimeout(this.sleeping);
		if (this.advancing || this.stoppedAt !== undefined) return;
		const next = this.pending.peek();
		if (!next) return;
		const wait = Math.min(Math.max(next.due - this.now(), 0), MAX_SLEEP);
		this.sleeping = setTimeout(() => this.wake(), wait);
		this.sleeping.unref();
	}

	private wake(): void {
		if (this.advancing) return;
		for (;;) {
			const next = this.pending.peek();
			if (!next || next.due > this.now()) break;
			this.pending.pop();
			if (!next.cancelled) void next.run();
		}
		this.sleep();
	}
}
