import { PairRateLimiter } from '../../../../cloud-api/rateLimits/pairRateLimiter';

describe('the pair rate limit', () => {
	it('allows 45 at once, then one every 6 seconds', () => {
		const limiter = new PairRateLimiter();
		const times = Array.from({ length: 48 }, () => limiter.reserve('1>2', 0).at);
		expect(times.slice(0, 45)).toEqual(Array(45).fill(0));
		expect(times.slice(45)).toEqual([6020, 12020, 18020]);
	});

	it('returns one message for each 6 seconds without any', () => {
		const limiter = new PairRateLimiter();
		for (let i = 0; i < 45; i++) limiter.reserve('1>2', 0);
		expect(limiter.reserve('1>2', 6_000).at).toBe(6_000);
		expect(limiter.reserve('1>2', 6_000).at).toBe(12_020);
	});

	it('accumulates no more than 45, however long nothing was sent', () => {
		const limiter = new PairRateLimiter();
		limiter.reserve('1>2', 0);
		const later = 36_000_000;
		const times = Array.from({ length: 46 }, () => limiter.reserve('1>2', later).at);
		expect(times[44]).toBe(later);
		expect(times[45]).toBeGreaterThan(later);
	});

	it('counts each recipient separately', () => {
		const limiter = new PairRateLimiter();
		for (let i = 0; i < 45; i++) limiter.reserve('1>2', 0);
		expect(limiter.reserve('1>3', 0).at).toBe(0);
	});

	it('never exceeds a count that starts with the arrival, for any latency', () => {
		const limiter = new PairRateLimiter();
		let now = 0;
		let paidBack = 0;
		for (let i = 0; i < 60; i++) {
			const reservation = limiter.reserve('1>2', now);
			const arrival = Math.max(now, reservation.at) + (i % 2 === 0 ? 900 : 5);
			expect(paidBack - arrival).toBeLessThanOrEqual(44 * 6_000);
			paidBack = Math.max(paidBack, arrival) + 6_000;
			now = arrival + 50;
			limiter.answered('1>2', reservation, now);
		}
	});

	it('waits after a rejection', () => {
		const limiter = new PairRateLimiter();
		limiter.exhaust('1>2', 4_000, 0);
		expect(limiter.reserve('1>2', 0).at).toBeGreaterThanOrEqual(4_000);
	});

	it('waits for the longest of several rejections', () => {
		const limiter = new PairRateLimiter();
		limiter.exhaust('1>2', 10_000, 0);
		limiter.exhaust('1>2', 4_000, 0);
		expect(limiter.reserve('1>2', 0).at).toBeGreaterThanOrEqual(10_000);
	});

	it('removes entries with full credit first', () => {
		const limiter = new PairRateLimiter();
		for (let i = 0; i < 90; i++) limiter.reserve('busy', 0);
		for (let i = 0; i < 19_999; i++) limiter.reserve(`1>${i}`, 0);
		limiter.reserve('one more', 100_000);
		expect(limiter.size).toBe(2);
		expect(limiter.reserve('busy', 100_000).at).toBeGreaterThan(100_000);
	});

	it('stays small in a campaign with very many recipients', () => {
		const limiter = new PairRateLimiter();
		for (let i = 0; i < 100_000; i++) limiter.reserve(`1>${i}`, i * 12.5);
		expect(limiter.size).toBeLessThanOrEqual(20_000);
	});
});
