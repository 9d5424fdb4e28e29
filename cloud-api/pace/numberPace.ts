/** Meta counts arrivals, we see departures: leaving 2.2 % slower makes room for a network that jitters. */
const MARGIN = 0.978;
/** What a busy process came too late for is caught up, as far as the second has room; no more than this. */
const CATCH_UP_MS = 100;
/** A message counts as held up on its way by at most this. */
const MAX_HELD_UP_MS = 1000;
/** After a refusal the pace drops to this share … */
const SLOWER = 0.9;
const SLOWEST = 0.3;
/** … and grows back by this share of the limit each second. */
const RECOVERY_PER_SECOND = 0.02;

/**
 * When the next message of a sending number may leave, so that no sliding second holds more than
 * `limit` of them (Meta: throughput and limits). They leave evenly spread; and because it is Meta that counts, a
 * message counts from when it is likely to have arrived: the later its answer came than usual, the later.
 *
 * Remembers the departures of the last one and a half seconds. Times are milliseconds of one monotonic
 * clock, given by the caller.
 */
export class NumberPace {
	private readonly departures: Float64Array;
	/** How long the answer took; NaN while it is awaited. */
	private readonly latencies: Float64Array;
	/** Tickets go on where those of the earlier pace ended, so that each tells whose it is. */
	private readonly firstTicket: number;
	private launched: number;
	private next = -Infinity;
	private pausedUntil = -Infinity;
	private usualLatency = NaN;
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
		const size = Number.isFinite(limit) ? Math.ceil(limit * 1.5) + 1 : 0;
		this.departures = new Float64Array(size).fill(-Infinity);
		this.latencies = new Float64Array(size);
		this.firstTicket = earlier?.launched ?? 0;
		this.launched = this.firstTicket;
		this.next = earlier?.next ?? -Infinity;
		this.pausedUntil = earlier?.pausedUntil ?? -Infinity;
	}

	/** Nobody was waiting until now, so there is nothing to catch up. */
	rested(now: number): void {
		this.next = Math.max(this.next, now);
	}

	/** Milliseconds until the next message may leave; 0 when it may now. */
	delay(now: number): number {
		const delay = Math.max(0, this.pausedUntil - now, this.next - now);
		return delay > 0 ? delay : this.untilSecondHasRoom(now);
	}

	/** Takes the next place; the ticket belongs to {@link answered}. */
	launch(now: number): number {
		const ticket = this.launched++;
		if (this.departures.length === 0) return ticket;
		this.departures[ticket % this.departures.length] = now;
		this.latencies[ticket % this.departures.length] = NaN;
		const due = this.next === -Infinity ? now : Math.max(this.next, now - CATCH_UP_MS);
		this.next = due + this.interval(now);
		return ticket;
	}

	/**
	 * Learns from an answer, or from its absence, how long the way was. A ticket of an earlier pace, or
	 * one too old to be remembered, teaches nothing.
	 */
	answered(ticket: number, now: number): void {
		if (ticket < this.firstTicket || ticket >= this.launched) return;
		if (this.departures.length === 0 || this.launched - ticket > this.departures.length) return;
		const place = ticket % this.departures.length;
		const latency = now - this.departures[place];
		this.latencies[place] = latency;
		this.usualLatency = Number.isNaN(this.usualLatency)
			? latency
			: this.usualLatency + 0.1 * (latency - this.usualLatency);
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
		const heldUp = Number.isNaN(latency) ? Math.max(0, now - departure - usual) : latency - usual;
		return departure + Math.min(heldUp, MAX_HELD_UP_MS);
	}

	private interval(now: number): number {
		return 1000 / (this.limit * MARGIN * this.currentShare(now));
	}

	private currentShare(now: number): number {
		return Math.min(1, this.share + RECOVERY_PER_SECOND * Math.max(0, (now - this.shareAt) / 1000));
	}
}
