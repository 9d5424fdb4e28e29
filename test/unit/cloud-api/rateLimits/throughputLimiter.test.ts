import fc from 'fast-check';
import { ThroughputLimiter } from '../../../../cloud-api/rateLimits/throughputLimiter';

/** Launches as many as asked, in virtual time; `latency` is how long each takes to be answered. */
function run(
	limiter: ThroughputLimiter,
	count: number,
	{ from = 0, late = (): number => 0 } = {},
): number[] {
	const times: number[] = [];
	let now = from;
	limiter.rested(now);
	while (times.length < count) {
		const delay = limiter.delay(now);
		if (delay > 0) {
			now += delay + late();
			continue;
		}
		limiter.answered(limiter.launch(now), now);
		times.push(now);
	}
	return times;
}

function mostInOneSecond(times: number[]): number {
	return Math.max(
		...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
	);
}

describe('the throughput of a phone number', () => {
	it('never sends more than the limit in any second, and is at most 5% slower', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(1, 20, 80, 250),
				fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 7, maxLength: 7 }),
				(limit, lateness) => {
					let turn = 0;
					const times = run(new ThroughputLimiter(limit), limit * 4, {
						late: () => lateness[turn++ % lateness.length],
					});
					expect(mostInOneSecond(times)).toBeLessThanOrEqual(limit);
					const rate = (times.length - 1) / ((times[times.length - 1] - times[0]) / 1000);
					if (lateness.every((ms) => ms <= 5) && limit <= 80)
						expect(rate).toBeGreaterThan(limit * 0.95);
				},
			),
			{ numRuns: 15 },
		);
	});

	it('delays no message without a limit', () => {
		const limiter = new ThroughputLimiter(Infinity);
		expect(new Set(run(limiter, 5000)).size).toBe(1);
	});

	it('waits for a complete pause', () => {
		const limiter = new ThroughputLimiter(80);
		limiter.pause(5000);
		expect(run(limiter, 1)).toEqual([5000]);
	});

	it('waits for the longest of several pauses', () => {
		const limiter = new ThroughputLimiter(80);
		limiter.pause(5000);
		limiter.pause(3000);
		expect(limiter.delay(0)).toBe(5000);
	});

	it('catches up at most a tenth of a second after a delay', () => {
		const limiter = new ThroughputLimiter(10);
		limiter.launch(0);
		limiter.launch(10_000);
		expect(limiter.delay(10_000)).toBeGreaterThan(0);
	});

	it('does not catch up if nothing was waiting', () => {
		const limiter = new ThroughputLimiter(10);
		limiter.launch(0);
		limiter.rested(10_000);
		limiter.launch(10_000);
		expect(limiter.delay(10_000)).toBeGreaterThan(100);
	});

	describe('for messages without a response', () => {
		/** Ten at their limiter, of which none is answered, after one that was on its way for 20 ms. */
		function unanswered(): ThroughputLimiter {
			const limiter = new ThroughputLimiter(10);
			limiter.answered(limiter.launch(-2000), -1980);
			limiter.rested(0);
			for (let now = 0, left = 10; left > 0; now++) {
				if (limiter.delay(now) > 0) continue;
				limiter.launch(now);
				left--;
			}
			return limiter;
		}

		it('counts them as arriving now: they may all arrive together', () => {
			expect(unanswered().delay(1950)).toBeGreaterThan(0);
		});

		it('does not wait for them forever', () => {
			expect(unanswered().delay(5000)).toBe(0);
		});
	});

	it('follows what Meta accepts after a throttle, and grows back', () => {
		const limiter = new ThroughputLimiter(80);
		run(limiter, 81); // A second at full speed, all accepted.
		limiter.slowDown(1020);
		limiter.slowDown(1500); // Belongs to the same moment.
		const slowed = run(limiter, 73, { from: 1500 });
		expect(slowed[72] - slowed[0]).toBeGreaterThan(950);
		expect(slowed[72] - slowed[0]).toBeLessThan(1100);
		const later = run(limiter, 81, { from: 60_000 });
		expect(later[80] - later[0]).toBeLessThan(1050);
	});

	describe('for a phone number with another limit than the setting', () => {
		/** Sends from several processes; returns the seconds it took and the share of throttled messages. */
		function simulate(processes: number, each: number, setting: number, real: number, seed = 7) {
			let state = seed;
			const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
			const accepted: number[] = [];
			let throttled = 0;
			const senders = Array.from({ length: processes }, () => ({
				limiter: new ThroughputLimiter(setting, undefined, random),
				left: each,
				underWay: [] as Array<{ at: number; ticket: number; ok: boolean }>,
				done: 0,
			}));
			let now = 0;
			for (; senders.some(({ done }) => done < each) && now < 600_000; now++) {
				for (const sender of senders) {
					const { limiter: limiter, underWay } = sender;
					while (sender.left > 0 && underWay.length < 250 && limiter.delay(now) === 0) {
						while (accepted.length > 0 && accepted[0] <= now - 1000) accepted.shift();
						const ok = accepted.length < real;
						if (ok) accepted.push(now);
						else throttled += 1;
						underWay.push({ at: now + 40 + random() * 40, ticket: limiter.launch(now), ok });
						sender.left -= 1;
					}
					for (const answer of underWay.filter(({ at }) => at <= now)) {
						underWay.splice(underWay.indexOf(answer), 1);
						limiter.answered(answer.ticket, now, answer.ok);
						if (answer.ok) {
							sender.done += 1;
						} else {
							sender.left += 1;
							limiter.slowDown(now);
						}
					}
				}
			}
			const ideal = (processes * each * 1000) / real;
			return {
				factor: now / ideal,
				rejections: throttled / (processes * each),
			};
		}

		it.each([1000, 500, 160])(
			'takes at most 1.3 × the ideal time with a setting of %i for 80',
			(setting) => {
				const { factor } = simulate(1, 2000, setting, 80);
				expect(factor).toBeLessThan(1.3);
			},
		);

		const mean = (runs: Array<ReturnType<typeof simulate>>) => ({
			factor: runs.reduce((sum, { factor }) => sum + factor, 0) / runs.length,
			rejections: runs.reduce((sum, { rejections }) => sum + rejections, 0) / runs.length,
		});

		it('lets four processes share one phone number: 1.15 × the ideal time, 2 % rejections', () => {
			const runs = [7, 11, 13, 17, 19].map((seed) => simulate(4, 500, 80, 80, seed));
			const { factor, rejections } = mean(runs);
			expect(factor).toBeLessThan(1.15);
			expect(rejections).toBeLessThan(0.02);
			for (const run of runs) {
				expect(run.factor).toBeLessThan(1.3);
				expect(run.rejections).toBeLessThan(0.025);
			}
		});

		it('lets two processes, and eight, share one phone number', () => {
			const two = mean([7, 11, 13].map((seed) => simulate(2, 1000, 80, 80, seed)));
			expect(two.factor).toBeLessThan(1.12);
			expect(two.rejections).toBeLessThan(0.015);
			const eight = mean([7, 11, 13].map((seed) => simulate(8, 250, 80, 80, seed)));
			expect(eight.factor).toBeLessThan(1.3);
			expect(eight.rejections).toBeLessThan(0.06);
		});

		it('lets four processes share one whose limit is far below the setting', () => {
			const { factor } = mean([7, 11, 13].map((seed) => simulate(4, 500, 320, 80, seed)));
			expect(factor).toBeLessThan(1.3);
		});
	});

	it('never lets more than the limit arrive in any second when the latency decreases', () => {
		const limiter = new ThroughputLimiter(80);
		const arrivals: number[] = [];
		const answers: Array<{ at: number; ticket: number }> = [];
		let now = 0;
		while (arrivals.length < 400) {
			while (answers.length > 0 && answers[0].at <= now) {
				const [{ ticket, at }] = answers.splice(0, 1);
				limiter.answered(ticket, at);
			}
			if (limiter.delay(now) > 0) {
				now += 1;
				continue;
			}
			const ticket = limiter.launch(now);
			// A slow start: the first messages take 240 ms longer than the later ones.
			const way = Math.max(20, 260 - arrivals.length * 6);
			arrivals.push(now + way);
			answers.push({ at: now + way + 20, ticket });
			answers.sort((a, b) => a.at - b.at);
		}
		expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(80);
	});

	it('keeps its rate when the latency varies', () => {
		const limiter = new ThroughputLimiter(80);
		const answers: Array<{ at: number; ticket: number }> = [];
		let seed = 1;
		const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
		let now = 0;
		let count = 0;
		while (count < 800) {
			while (answers.length > 0 && answers[0].at <= now) {
				const [{ ticket, at }] = answers.splice(0, 1);
				limiter.answered(ticket, at);
			}
			if (limiter.delay(now) > 0) {
				now += 1;
				continue;
			}
			count++;
			answers.push({ at: now + 200 + random() * 300, ticket: limiter.launch(now) });
			answers.sort((a, b) => a.at - b.at);
		}
		expect(now).toBeLessThan((count / 80) * 1000 * 1.06);
	});

	describe('when another execution sets another limit', () => {
		it('keeps the interval to the last message, and a pause that Meta requested', () => {
			const earlier = new ThroughputLimiter(1);
			earlier.launch(0);
			expect(new ThroughputLimiter(2, earlier).delay(0)).toBeGreaterThan(1000);
			earlier.pause(5000);
			expect(new ThroughputLimiter(2, earlier).delay(0)).toBe(5000);
		});

		/** Launches at 80 a second until `count` have left; the last 30 are still under way. */
		function underWay(count: number) {
			const earlier = new ThroughputLimiter(80);
			const tickets: number[] = [];
			let now = 0;
			for (; tickets.length < count; now++) {
				if (earlier.delay(now) === 0) tickets.push(earlier.launch(now));
			}
			return { earlier, now, late: tickets.slice(-30) };
		}

		/** When 200 messages leave; `late` are answered meanwhile, one each 40 ms. */
		function departures(limiter: ThroughputLimiter, from: number, late: number[]): number[] {
			const times: number[] = [];
			const answers: Array<{ at: number; ticket: number }> = [];
			late.forEach((ticket, index) => answers.push({ at: from + 5 + index * 40, ticket }));
			for (let now = from; times.length < 200; now++) {
				answers.sort((a, b) => a.at - b.at);
				while (answers.length > 0 && answers[0].at <= now) {
					const [{ ticket, at }] = answers.splice(0, 1);
					limiter.answered(ticket, at);
				}
				if (limiter.delay(now) > 0) continue;
				// A slow start, as above, so that the sliding second has to hold some back.
				answers.push({
					at: now + Math.max(40, 280 - times.length * 6),
					ticket: limiter.launch(now),
				});
				times.push(now);
			}
			return times;
		}

		it.each([
			['higher than any of the new limiter', 500],
			['the same as of messages of the new limiter', 31],
		])('ignores responses to earlier messages: their tickets are %s', (_, count) => {
			const [one, other] = [underWay(count), underWay(count)];
			const undisturbed = departures(new ThroughputLimiter(70, one.earlier), one.now, []);
			const times = departures(new ThroughputLimiter(70, other.earlier), other.now, other.late);
			expect(times).toEqual(undisturbed);
		});

		it('respects the sliding second while earlier messages are answered', () => {
			const { earlier, now, late } = underWay(500);
			const times = departures(new ThroughputLimiter(70, earlier), now, late);
			const arrivals = times.map((time, index) => time + Math.max(20, 260 - index * 6));
			expect(mostInOneSecond(arrivals)).toBeLessThanOrEqual(70);
		});
	});
});
