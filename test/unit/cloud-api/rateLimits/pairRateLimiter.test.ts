import { PairRateLimiter } from '../../../../cloud-api/rateLimits/pairRateLimiter';

describe('the pace towards one person', () => {
	it('lets 45 through at once, then one every 6 seconds', () => {
		const pace = new PairRateLimiter();
		const times = Array.from({ length: 48 }, () => pace.reserve('1>2', 0).at);
		expect(times.slice(0, 45)).toEqual(Array(45).fill(0));
		expect(times.slice(45)).toEqual([6020, 12020, 18020]);
	});

	it('gives back one message for each 6 seconds without any', () => {
		const pace = new PairRateLimiter();
		for (let i = 0; i < 45; i++) pace.reserve('1>2', 0);
		expect(pace.reserve('1>2', 6_000).at).toBe(6_000);
		expect(pace.reserve('1>2', 6_000).at).toBe(12_020);
	});

	it('saves nothing up beyond those 45, however long nothing was sent', () => {
		const pace = new PairRateLimiter();
		pace.reserve('1>2', 0);
		const later = 36_000_000;
		const times = Array.from({ length: 46 }, () => pace.reserve('1>2', later).at);
		expect(times[44]).toBe(later);
		expect(times[45]).toBeGreaterThan(later);
	});

	it('counts each person apart', () => {
		const pace = new PairRateLimiter();
		for (let i = 0; i < 45; i++) pace.reserve('1>2', 0);
		expect(pace.reserve('1>3', 0).at).toBe(0);
	});

	it('is never ahead of a count that begins with the arrival, however long each way takes', () => {
		const pace = new PairRateLimiter();
		let now = 0;
		let paidBack = 0;
		for (let i = 0; i < 60; i++) {
			const reservation = pace.reserve('1>2', now);
			const arrival = Math.max(now, reservation.at) + (i % 2 === 0 ? 900 : 5);
			expect(paidBack - arrival).toBeLessThanOrEqual(44 * 6_000);
			paidBack = Math.max(paidBack, arrival) + 6_000;
			now = arrival + 50;
			pace.answered('1>2', reservation, now);
		}
	});

	it('waits after a refusal', () => {
		const pace = new PairRateLimiter();
		pace.exhaust('1>2', 4_000, 0);
		expect(pace.reserve('1>2', 0).at).toBeGreaterThanOrEqual(4_000);
	});

	it('waits for the longest of several refusals', () => {
		const pace = new PairRateLimiter();
		pace.exhaust('1>2', 10_000, 0);
		pace.exhaust('1>2', 4_000, 0);
		expect(pace.reserve('1>2', 0).at).toBeGreaterThanOrEqual(10_000);
	});

	it('forgets first whose credit is whole', () => {
		const pace = new PairRateLimiter();
		for (let i = 0; i < 90; i++) pace.reserve('busy', 0);
		for (let i = 0; i < 19_999; i++) pace.reserve(`1>${i}`, 0);
		pace.reserve('one more', 100_000);
		expect(pace.size).toBe(2);
		expect(pace.reserve('busy', 100_000).at).toBeGreaterThan(100_000);
	});

	it('stays small when a campaign reaches very many people', () => {
		const pace = new PairRateLimiter();
		for (let i = 0; i < 100_000; i++) pace.reserve(`1>${i}`, i * 12.5);
		expect(pace.size).toBeLessThanOrEqual(20_000);
	});
});
