import { ConnectionError, type CloudApiError } from '../../../../cloud-api/errors/cloudApiError';
import { graphError } from '../../../../cloud-api/errors/envelope';
import { askedFor, retryDelay } from '../../../../cloud-api/errors/retryDelay';

const rejection = (code: number, headers: Record<string, string> = {}) =>
	graphError({ error: { code, message: 'x' } }, 400, headers);
const lost = new ConnectionError('x', 'y', true, 'ECONNRESET');
const delays = (error: CloudApiError, count: number, repeatable = false) =>
	Array.from({ length: count }, (_, retries) =>
		retryDelay(error, { retries, repeatable, random: 0.5 }),
	);

describe('the wait before a retry', () => {
	it.each([0, 100, 131026, 131047, 131048, 131049, 131050, 132000, 190, 368])(
		'%i is not retried',
		(code) => {
			expect(delays(rejection(code), 1)).toEqual([undefined]);
		},
	);

	it('grows for a temporary rejection, up to four retries', () => {
		expect(delays(rejection(131000), 5)).toEqual([1, 2, 4, 8, undefined]);
	});

	it('follows 4^n for the pair limit', () => {
		expect(delays(rejection(131056), 3)).toEqual([4, 16, 64]);
	});

	it('starts small for the throughput of a phone number', () => {
		expect(delays(rejection(130429), 3)).toEqual([0.25, 0.5, 1]);
	});

	it('has jitter', () => {
		const at = (random: number) =>
			retryDelay(rejection(2), { retries: 2, repeatable: false, random });
		expect([at(0), at(1)]).toEqual([3, 5]);
	});

	it('retries a connection that was never made, but not one that was lost', () => {
		expect(delays(new ConnectionError('x', 'y', false, 'ECONNREFUSED'), 2)).toEqual([0.5, 1]);
		expect(delays(new ConnectionError('x', 'y', false, 'ENOTFOUND'), 1)).toEqual([undefined]);
		expect(delays(lost, 1)).toEqual([undefined]);
	});

	it('retries a lost idempotent request', () => {
		expect(delays(lost, 2, true)).toEqual([0.5, 1]);
	});

	it.each([
		[{ 'retry-after': '7' }, 7],
		[{ 'retry-after': new Date(60_000).toUTCString() }, 60],
		[
			{
				'x-business-use-case-usage':
					'{"1":[{"type":"messaging","estimated_time_to_regain_access":3}]}',
			},
			180,
		],
		[
			{
				'x-business-use-case-usage':
					'{"1":[{"estimated_time_to_regain_access":0},{"estimated_time_to_regain_access":2}],"2":[{"estimated_time_to_regain_access":5}]}',
			},
			300,
		],
		[{ 'x-app-usage': '{"call_count":100,"total_cputime":2,"total_time":3}' }, 60],
		[{ 'x-app-usage': '{"call_count":99,"total_cputime":100}' }, 60],
		[{ 'x-app-usage': '{"call_count":99,"total_cputime":99}' }, undefined],
		[{ 'x-app-usage': '{"call_count":40}' }, undefined],
		[{ 'x-app-usage': 'no json' }, undefined],
		[{}, undefined],
	])('reads %j as %p seconds', (headers, seconds) => {
		expect(askedFor(headers as Record<string, string>, 0)).toBe(seconds);
	});

	it('follows the headers', () => {
		expect(delays(rejection(80007, { 'retry-after': '30' }), 1)).toEqual([30.5]);
	});
});
