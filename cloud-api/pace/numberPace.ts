/** Meta counts arrivals, we see departures: launching 2.2 % slower leaves room for a network that jitters. */
const MARGIN = 0.978;
/** Catching up after a late timer, without becoming a burst. */
const CATCH_UP_MS = 30;
/** A request that is late by more than this no longer holds others back. */
const MOST_EXCESS_MS = 250;
/** After a refusal the pace drops to this share … */
const SLOWER = 0.9;
const SLOWEST = 0.3;
/** … and grows back by this share of the limit each second. */
const RECOVERY_PER_SECOND = 0.005;

/**
 * When the next message of a sending number may leave, so that no sliding second holds more than
 * `limit` of them (meta-api.md §14). Spread evenly, because the sum of several systems behind one
 * number is then least likely to exceed it.
 *
 * Holds the last `limit` departures; times are milliseconds of one monotonic clock, given by the caller.
 */
export class NumberPace {
	/** When the message `limit` places ago arrived, as far as its answer tells. */
	private readonly arrivals: Float64Array;
	private launched = 0;
	private next = -Infinity;
	private pausedUntil = -Infinity;
	private typicalLatency: number | undefined;
	private share = 1;
	private shareAt = -Infinity;

	/**
	 * @param limit messages a second; `Infinity` for no limit
	 * @param earlier the pace so far, when only the limit changes
	 */
	constructor(
		readonly limit: number,
		earlier?: NumberPace,
	) {
		this.next = earlier?.next ?? -Infinity;
		this.pausedUntil = earlier?.pausedUntil ?? -Infinity;
		this.arrivals = new Float64Array(Number.isFinite(limit) ? Math.ceil(limit) : 0).fill(-Infinity);
	}

	/** Milliseconds until the next message may leave; 0 when it may now. */
	delay(now: number): number {
		return Math.max(0, this.pausedUntil - now, this.next - now, this.windowEnd() - now);
	}

	/** Takes the next place; the ticket belongs to {@link answered}. */
	launch(now: number): number {
		const ticket = this.launched++;
		if (this.arrivals.length === 0) return ticket;
		this.arrivals[ticket % this.arrivals.length] = now;
		this.next = Math.max(this.next, now - CATCH_UP_MS) + this.interval(now);
		return ticket;
	}

	/**
	 * Learns from an answer how long the way was: a message that was held up arrived later than it left,
	 * so that its second ends later too.
	 */
	answered(ticket: number, launchedAt: number, now: number): void {
		if (this.arrivals.length === 0) return;
		const latency = now - launchedAt;
		this.typicalLatency ??= latency;
		const excess = Math.min(Math.max(0, latency - this.typicalLatency), MOST_EXCESS_MS);
		this.typicalLatency += 0.05 * (latency - this.typicalLatency);
		if (this.launched - ticket > this.arrivals.length) return;
		this.arrivals[ticket % this.arrivals.length] = launchedAt + excess;
	}

	/** Nothing leaves before then: Meta asked this number to wait. */
	pause(until: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, until);
	}

	/** Meta refused one for speed: somebody else sends from this number too, so take a smaller share for a while. */
	slowDown(now: number): void {
		if (now - this.shareAt < 1000) return; // One refusal for all that were under way together.
		this.share = Math.max(SLOWEST, this.currentShare(now) * SLOWER);
		this.shareAt = now;
	}

	private windowEnd(): number {
		if (this.arrivals.length === 0) return -Infinity;
		return this.arrivals[this.launched % this.arrivals.length] + 1000;
	}

	private interval(now: number): number {
		return 1000 / (this.limit * MARGIN * this.currentShare(now));
	}

	private currentShare(now: number): number {
		return Math.min(1, this.share + RECOVERY_PER_SECOND * Math.max(0, (now - this.shareAt) / 1000));
	}
}
