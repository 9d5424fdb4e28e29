/** One message in 6 seconds to the same person, 45 of them borrowed from the future (Meta: throughput and limits). */
const INTERVAL_MS = 6_000;
const BURST = 45;
/** Room for clocks that do not run alike. */
const MARGIN_MS = 20;
const MAX_PAIRS = 20_000;

export interface Reservation {
	/** When the message may leave. */
	at: number;
	/** When the credit would be whole without this message. */
	before: number;
}

/**
 * When the next message to one person may leave. Remembers only people who were written to within the
 * last minutes; times are milliseconds of one monotonic clock.
 */
export class PairRateLimiter {
	/** When the credit of a pair is whole again. */
	private readonly settledAt = new Map<string, number>();

	/**
	 * Takes the next place of a pair.
	 *
	 * @param pair sender and recipient
	 */
	reserve(pair: string, now: number): Reservation {
		const before = Math.max(this.settledAt.get(pair) ?? now, now);
		this.remember(pair, before + INTERVAL_MS, now);
		const at = before - (BURST - 1) * INTERVAL_MS;
		return { at: at > now ? at + MARGIN_MS : now, before };
	}

	/** Meta counts from the arrival, which is somewhere before its answer; the answer is the safe side. */
	answered(pair: string, { before }: Reservation, now: number): void {
		const settledAt = this.settledAt.get(pair) ?? 0;
		this.remember(pair, Math.max(settledAt, Math.max(before, now) + INTERVAL_MS), now);
	}

	/** Meta rejected one: its count is ahead of ours, so the credit is used up until then. */
	exhaust(pair: string, until: number, now: number): void {
		const settledAt = until + (BURST - 1) * INTERVAL_MS;
		this.remember(pair, Math.max(settledAt, this.settledAt.get(pair) ?? 0), now);
	}

	get size(): number {
		return this.settledAt.size;
	}

	private remember(pair: string, settledAt: number, now: number): void {
		if (this.settledAt.size >= MAX_PAIRS && !this.settledAt.has(pair)) this.forget(now);
		this.settledAt.set(pair, settledAt);
	}

	/** Drops whose credit is whole; if that is not enough, those written to longest ago. */
	private forget(now: number): void {
		for (const [pair, settledAt] of this.settledAt) {
			if (settledAt <= now) this.settledAt.delete(pair);
		}
		for (const pair of this.settledAt.keys()) {
			if (this.settledAt.size < MAX_PAIRS) return;
			this.settledAt.delete(pair);
		}
	}
}
