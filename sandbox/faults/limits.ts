import { rejection } from '../graph/errors';
import type { PhoneNumber } from '../world/directory';
import type { Behavior } from '../control/types';
import type { Clock } from '../world/clock';

const SECOND = 1000;
/** One message per customer in this time, … */
const PAIR_INTERVAL = 6 * SECOND;
/** … with a burst of this many. */
const PAIR_BURST = 45;
/** Above this many pairs, finished ones are removed. */
const PAIRS_KEPT = 20_000;

/** The times of the last messages of one number, in a ring of the length of the limit. */
class SlidingSecond {
	private readonly times: Float64Array;
	private next = 0;

	constructor(readonly limit: number) {
		this.times = new Float64Array(limit);
	}

	/** Counts a message, or returns false if the limit was reached within the last second. */
	take(now: number): boolean {
		const oldest = this.times[this.next];
		if (oldest !== 0 && now - oldest < SECOND) return false;
		this.times[this.next] = now;
		this.next = (this.next + 1) % this.limit;
		return true;
	}
}

/**
 * Meta's throughput and pair rate limits. Each check is O(1). The behavior can turn both off.
 * Both can be switched in the behavior.
 */
export class Limits {
	private readonly seconds = new Map<string, SlidingSecond>();
	/** Time at which the burst of a pair is used up. */
	private readonly pairs = new Map<string, number>();

	constructor(
		private readonly clock: Clock,
		private readonly limits: () => Behavior['limits'],
	) {}

	/** Throws 130429 if the number exceeds its throughput. */
	checkThroughput(number: PhoneNumber): void {
		const { throughput } = this.limits();
		if (throughput === null || throughput <= 0) return;
		let window = this.seconds.get(number.id);
		if (window?.limit !== throughput) {
			window = new SlidingSecond(throughput);
			this.seconds.set(number.id, window);
		}
		if (!window.take(this.clock.now())) {
			throw rejection(130429, 'Cloud API message throughput has been reached.');
		}
	}

	/** Throws 131056 if a pair exceeds its rate limit. */
	checkPair(number: PhoneNumber, recipient: string): void {
		if (!this.limits().pair) return;
		const now = this.clock.now();
		const key = `${number.id}:${recipient}`;
		const paidBack = Math.max(now, this.pairs.get(key) ?? 0);
		if (paidBack - now > (PAIR_BURST - 1) * PAIR_INTERVAL) {
			throw rejection(
				131056,
				'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
			);
		}
		this.pairs.set(key, paidBack + PAIR_INTERVAL);
		if (this.pairs.size > PAIRS_KEPT) this.forgetFinished(now);
	}

	private forgetFinished(now: number): void {
		for (const [key, paidBack] of this.pairs) if (paidBack <= now) this.pairs.delete(key);
	}
}
