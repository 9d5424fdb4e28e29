/** One message in 6 seconds to the same person, 45 of them borrowed from the future (meta-api.md §14). */
const INTERVAL_MS = 6_000;
const BURST = 45;
/** Room for the way to Meta taking longer one time than the next. */
const MARGIN_MS = 60;
const MOST_PAIRS = 20_000;

/**
 * When the next message to one person may leave. Remembers only people who were written to within the
 * last minutes; times are milliseconds of one monotonic clock.
 */
export class PairPace {
	/** When the credit of a pair is whole again. */
	private readonly settledAt = new Map<string, number>();

	/**
	 * Takes the next place of a pair.
	 *
	 * @param pair sender and recipient
	 * @returns the time at which the message may leave, `now` or later
	 */
	reserve(pair: string, now: number): number {
		const settledAt = Math.max(this.settledAt.get(pair) ?? now, now) + INTERVAL_MS;
		this.remember(pair, settledAt, now);
		const at = settledAt - BURST * INTERVAL_MS;
		return at > now ? at + MARGIN_MS : now;
	}

	/** Meta refused one: its count is ahead of ours, so the credit is used up until then. */
	exhaust(pair: string, until: number, now: number): void {
		const settledAt = until + (BURST - 1) * INTERVAL_MS;
		this.remember(pair, Math.max(settledAt, this.settledAt.get(pair) ?? 0), now);
	}

	get size(): number {
		return this.settledAt.size;
	}

	private remember(pair: string, settledAt: number, now: number): void {
		if (this.settledAt.size >= MOST_PAIRS && !this.settledAt.has(pair)) this.forget(now);
		this.settledAt.set(pair, settledAt);
	}

	/** Drops whose credit is whole; if that is not enough, those written to longest ago. */
	private forget(now: number): void {
		for (const [pair, settledAt] of this.settledAt) {
			if (settledAt <= now) this.settledAt.delete(pair);
		}
		for (const pair of this.settledAt.keys()) {
			if (this.settledAt.size < MOST_PAIRS) return;
			this.settledAt.delete(pair);
		}
	}
}
