import { ThroughputLimiter } from '../../cloud-api/rateLimits/throughputLimiter';

/** Several processes that send from one phone number and know nothing of each other. */
export interface Scenario {
	name: string;
	/** Messages of each process. */
	messages: number[];
	/** Messages per Second, as set in each process. */
	setting: number;
	/** Messages that Meta accepts within any second. */
	limit: number;
	/** When each process begins, in milliseconds; all at once when left out. */
	starts?: number[];
	/** Shortest and longest time until an answer, in milliseconds. */
	roundTrip?: [number, number];
}

export interface Outcome {
	/** Against the time that one process with the right setting would need at best. */
	factor: number;
	/** Rejections per message. */
	rejections: number;
	/** Messages accepted in each second, by process. */
	accepted: number[][];
}

const UNDER_WAY = 250;
const LONGEST_MS = 600_000;

interface Sender {
	limiter: ThroughputLimiter;
	start: number;
	left: number;
	underWay: Array<{ at: number; ticket: number; isAccepted: boolean }>;
	perSecond: number[];
}

/** Lets the shipped limiter send against a phone number that counts a sliding second, a millisecond at a time. */
export function simulate(scenario: Scenario, seed: number): Outcome {
	const {
		messages,
		setting,
		limit,
		starts = [],
		roundTrip: [shortest, longest] = [40, 80],
	} = scenario;
	let state = seed;
	const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
	const total = messages.reduce((sum, one) => sum + one, 0);
	const arrivals: number[] = [];
	let [done, rejected, now] = [0, 0, 0];
	const senders = messages.map(
		(left, index): Sender => ({
			limiter: new ThroughputLimiter(setting, undefined, random),
			start: starts[index] ?? 0,
			left,
			underWay: [],
			perSecond: [],
		}),
	);
	const send = ({ limiter, underWay }: Sender) => {
		while (arrivals.length > 0 && arrivals[0] <= now - 1000) arrivals.shift();
		const isAccepted = arrivals.length < limit;
		if (isAccepted) arrivals.push(now);
		else rejected += 1;
		const at = now + shortest + random() * (longest - shortest);
		underWay.push({ at, ticket: limiter.launch(now), isAccepted });
	};
	for (; done < total && now < LONGEST_MS; now++) {
		for (const sender of senders) {
			const { limiter, start, perSecond } = sender;
			if (now < start) continue;
			while (sender.left > 0 && sender.underWay.length < UNDER_WAY && limiter.delay(now) === 0) {
				send(sender);
				sender.left -= 1;
			}
			for (const { ticket, isAccepted } of sender.underWay.filter(({ at }) => at <= now)) {
				limiter.answered(ticket, now, isAccepted);
				const second = Math.floor(now / 1000);
				if (isAccepted) perSecond[second] = (perSecond[second] ?? 0) + 1;
				if (isAccepted) done += 1;
				else sender.left += 1;
				if (!isAccepted) limiter.slowDown(now);
			}
			sender.underWay = sender.underWay.filter(({ at }) => at > now);
		}
	}
	return {
		factor: now / ((total * 1000) / limit),
		rejections: rejected / total,
		accepted: senders.map(({ perSecond }) => Array.from(perSecond, (count) => count ?? 0)),
	};
}
