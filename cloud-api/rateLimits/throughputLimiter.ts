/** Meta counts arrivals, we know departures: sending 2.2 % slower leaves room for network jitter. */
const MARGIN = 0.978;
/** A busy process catches up on messages that are late by at most this, as far as the second has room. */
const CATCH_UP_MS = 100;
/** A message counts as delayed on its way by at most this. */
const MAX_DELAYED_MS = 1000;
/** After a throttle the rate drops to this share of the rate that Meta accepted … */
const SLOWER = 0.95;
/** … which counts as at least this share of ours, because a pause hides what Meta would have accepted … */
const MIN_ACCEPTED = 0.8;
/** … unless a time near full speed has shown that Meta accepts less than this share. */
const FAR_BELOW = 0.5;
/** For about this many seconds it hardly grows, since each search for free throughput costs a rejection … */
const QUIET_SECONDS = 6;
const QUIET_GROWTH_PER_SECOND = 0.002;
/** … then by this share of the limit times the square of the seconds, the same for each process … */
const SEARCH_GROWTH = 0.01;
/** … and of at most this limit, which may be set far above the real one (Meta: the default throughput). */
const SEARCH_LIMIT = 80;
const MIN_RATE = 0.5;
/** A process that begins while others use all of the throughput starts from this share of it. */
const MIN_SHARE = 0.05;
/** Fewer messages within a second tell nothing about what Meta accepts. */
const MIN_SENT = 5;

/**
 * When the next message of a phone number may be sent, so that no sliding second contains more than `limit`
 * of them (Meta: throughput). They are spread evenly. Because Meta counts arrivals, a message counts from
 * when it has probably arrived: the later its answer came than usual, the later.
 *
 * When Meta throttles, the limit is wrong or shared with others. The rate then follows what Meta accepts
 * (additive increase, multiplicative decrease), so that several processes converge without knowing of each
 * other. Remembers the last one and a half seconds. Times are milliseconds of one monotonic clock, given by
 * the caller.
 */
export class ThroughputLimiter {
	private readonly departures: Float64Array;
	/** How long the answer took; NaN while it is awaited. */
	private readonly latencies: Float64Array;
	/** When Meta accepted a message; NaN unless it did. */
	private readonly acceptedAt: Float64Array;
	/** Tickets continue those of the earlier limiter, so that each shows to which it belongs. */
	private readonly firstTicket: number;
	private launched: number;
	private next = -Infinity;
	private pausedUntil = -Infinity;
	private usualLatency = NaN;
	private rate: number;
	private rateAt = -Infinity;
	private quietSeconds = QUIET_SECONDS;

	/**
	 * @param limit messages per second; `Infinity` for no limit
	 * @param earlier the limiter so far, when only the limit changes
	 * @param random from 0 to 1, so that processes do not search for free throughput at the same time
	 */
	constructor(
		readonly limit: number,
		earlier?: ThroughputLimiter,
		private readonly random: () => number = Math.random,
	) {
		const size = Number.isFinite(limit) ? Math.ceil(limit * 1.5) + 1 : 0;
		this.departures = new Float64Array(size).fill(-Infinity);
		this.latencies = new Float64Array(size);
		this.acceptedAt = new Float64Array(size).fill(NaN);
		this.rate = limit;
		this.firstTicket = earlier?.launched ?? 0;
		this.launched = this.firstTicket;
		this.next = earlier?.next ?? -Infinity;
		this.pausedUntil = earlier?.pausedUntil ?? -Infinity;
	}

	/** No message was waiting until now, so there is nothing to catch up on. */
	rested(now: number): void {
		this.next = Math.max(this.next, now);
	}

	/** Milliseconds until the next message may be sent; 0 when it may now. */
	delay(now: number): number {
		const delay = Math.max(0, this.pausedUntil - now, this.next - now);
		return delay > 0 ? delay : this.untilSecondHasRoom(now);
	}

	/** Takes the next slot; the ticket belongs to {@link answered}. */
	launch(now: number): number {
		const ticket = this.launched++;
		if (this.departures.length === 0) return ticket;
		this.departures[ticket % this.departures.length] = now;
		this.latencies[ticket % this.departures.length] = NaN;
		this.acceptedAt[ticket % this.departures.length] = NaN;
		const due = this.next === -Infinity ? now : Math.max(this.next, now - CATCH_UP_MS);
		this.next = due + this.interval(now);
		return ticket;
	}

	/**
	 * Learns from an answer, or from its absence, how long the way was and what Meta accepts. A ticket of an
	 * earlier limiter, or one too old to be remembered, is ignored.
	 */
	answered(ticket: number, now: number, accepted = true): void {
		if (ticket < this.firstTicket || ticket >= this.launched) return;
		if (this.departures.length === 0 || this.launched - ticket > this.departures.length) return;
		const place = ticket % this.departures.length;
		const latency = now - this.departures[place];
		this.latencies[place] = latency;
		if (accepted) this.acceptedAt[place] = now;
		this.usualLatency = Number.isNaN(this.usualLatency)
			? latency
			: this.usualLatency + 0.1 * (latency - this.usualLatency);
	}

	/** Sends nothing before then: Meta asked this phone number to wait. */
	pause(until: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, until);
	}

	/**
	 * Meta throttled a message: the real limit is lower, or others send from this phone number too. At that
	 * moment, what Meta has accepted within a second from all processes is the limit, so what it has accepted
	 * from this one is its share.
	 */
	slowDown(now: number): void {
		if (now - this.rateAt < 1000) return; // One drop for all that were under way together.
		const isFirst = this.rateAt === -Infinity;
		const current = this.currentRate(now);
		const accepted = Math.min(current, count(this.acceptedAt, now - 1000));
		const isFarBelow = accepted < current * FAR_BELOW;
		const isShare = (isFirst || isFarBelow) && this.isAtFullSpeed(now, current);
		const least = isShare ? Math.min(current, SEARCH_LIMIT) * MIN_SHARE : current * MIN_ACCEPTED;
		const basis = Math.max(accepted, least);
		this.rate = Math.max(MIN_RATE, basis * SLOWER);
		this.rateAt = now;
		this.quietSeconds = QUIET_SECONDS * (0.6 + 0.8 * this.random());
		if (!isFirst || !isShare) return;
		this.pause(this.roomAt(now));
		// At another time than the other processes that were throttled.
		this.next = this.pausedUntil + this.random() * this.interval(now);
	}

	/** Whether enough was sent, at about the present rate, to tell from it what Meta accepts. */
	private isAtFullSpeed(now: number, rate: number): boolean {
		const within = this.departures.filter((departure) => departure > now - 1000);
		const seconds = (now - within.reduce((oldest, one) => Math.min(oldest, one), now)) / 1000;
		return within.length >= MIN_SENT && within.length >= rate * seconds * FAR_BELOW;
	}

	/** When the oldest message that Meta accepted within the last second is a second old. */
	private roomAt(now: number): number {
		const within = this.departures.filter((_, place) => this.acceptedAt[place] > now - 1000);
		return within.reduce((oldest, departure) => Math.min(oldest, departure), now) + 1000;
	}

	private untilSecondHasRoom(now: number): number {
		const places = Math.max(1, Math.round(this.limit * MARGIN));
		if (this.launched - this.firstTicket < places || this.departures.length === 0) return 0;
		const within: number[] = [];
		for (let place = 0; place < this.departures.length; place++) {
			const arrival = this.arrival(place, now);
			if (arrival > now - 1000) within.push(arrival);
		}
		if (within.length < places) return 0;
		within.sort((a, b) => b - a);
		return within[places - 1] + 1000 - now;
	}

	/** The departure, moved by how much longer than usual the answer took or is taking. */
	private arrival(place: number, now: number): number {
		const departure = this.departures[place];
		const usual = this.usualLatency;
		if (Number.isNaN(usual)) return departure;
		const latency = this.latencies[place];
		const delayed = Number.isNaN(latency) ? Math.max(0, now - departure - usual) : latency - usual;
		return departure + Math.min(delayed, MAX_DELAYED_MS);
	}

	private interval(now: number): number {
		return 1000 / (this.currentRate(now) * MARGIN);
	}

	private currentRate(now: number): number {
		if (this.rateAt === -Infinity) return this.limit;
		const seconds = Math.max(0, (now - this.rateAt) / 1000);
		const quiet = Math.min(seconds, this.quietSeconds);
		const searched = SEARCH_GROWTH * Math.min(this.limit, SEARCH_LIMIT) * (seconds - quiet) ** 2;
		return Math.min(this.limit, this.rate * (1 + QUIET_GROWTH_PER_SECOND * quiet) + searched);
	}
}

/** How many times lie after `since`. */
function count(times: Float64Array, since: number): number {
	return times.reduce((sum, time) => (time > since ? sum + 1 : sum), 0);
}
