import fc from 'fast-check';
import { NumberPace } from '../../../cloud-api/pace/numberPace';

/** Launches as many as asked, in virtual time; `latency` is how long each takes to be answered. */
function run(pace: NumberPace, count: number, { from = 0, late = (): number => 0 } = {}): number[] {
	const times: number[] = [];
	let now = from;
	while (times.length < count) {
		const delay = pace.delay(now);
		if (delay > 0) {
			now += delay + late();
			continue;
		}
		pace.launch(now);
		times.push(now);
	}
	return times;
}

function mostInOneSecond(times: number[]): number {
	return Math.max(
		...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
	);
}

describe('the pace of a number', () => {
	it('never launches more than the limit in any second, and is at most 5 % slower', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(1, 20, 80, 250),
				fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 7, maxLength: 7 }),
				(limit, lateness) => {
					let turn = 0;
					const times = run(new NumberPace(limit), limit * 4, {
						late: () => lateness[turn++ % lateness.length],
					});
					expect(mostInOneSecond(times)).toBeLessThanOrEqual(limit);
					const rate = (times.length - 1) / ((times[times.length - 1] - times[0]) / 1000);
					if (lateness.every((ms) => ms <= 5) && limit <= 80)
						expect(rate).toBeGreaterThan(limit * 0.95);
				},
			),
		);
	});

	it('holds no message back when there is no limit', () => {
		const pace = new NumberPace(Infinity);
		expect(new Set(run(pace, 5000)).size).toBe(1);
	});

	it('waits for a whole pause', () => {
		const pace = new NumberPace(80);
		pace.pause(5000);
		expect(run(pace, 1)).toEqual([5000]);
	});

	it('takes a smaller share after a refusal, and grows back', () => {
		const pace = new NumberPace(80);
		pace.slowDown(0);
		pace.slowDown(500); // belongs to the same moment
		pace.slowDown(1000);
		const slowed = run(pace, 81, { from: 1000 });
		expect(slowed[80] - slowed[0]).toBeGreaterThan(1200);
		expect(slowed[80] - slowed[0]).toBeLessThan(1300);
		const later = run(pace, 81, { from: 600_000 });
		expect(later[80] - later[0]).toBeLessThan(1050);
	});

	it('counts a message that was held up on its way by when it arrived', () => {
		const pace = new NumberPace(2);
		const first = pace.launch(0);
		pace.answered(first, 0, 50);
		const second = pace.launch(512);
		pace.answered(second, 512, 762);
		pace.launch(1024);
		// The second left at 512 and was answered 200 ms later than usual.
		expect(1024 + pace.delay(1024)).toBeGreaterThanOrEqual(1712);
	});
});
