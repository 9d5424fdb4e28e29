import {
	askFor,
	fingerprint,
	preAuthentication,
	wantsAttention,
} from '../../../nodes/shared/tokenRenewal';
import { credential, meta } from './meta';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
let now: number;
beforeEach(() => {
	now = Date.UTC(2026, 0, 1);
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const NEW_TOKEN = { body: { access_token: 'EAA-new', expires_in: 5_184_000 } };
const REFUSED = { status: 400, body: { error: { code: 190, message: 'Session has expired' } } };

/** Meta, where the token ends so many days from now; `undefined`: never. */
const metaWith = (
	days: number | undefined,
	facts: object = {},
	exchange = () => NEW_TOKEN as object,
) =>
	meta({
		debug_token: () => ({
			body: {
				data: {
					is_valid: true,
					type: 'SYSTEM_USER',
					expires_at: days === undefined ? 0 : Math.floor((now + days * DAY) / 1000),
					...facts,
				},
			},
		}),
		'oauth/access_token': exchange as () => { body: unknown },
	});

describe('a token that is used', () => {
	it.each([
		[6.9, 1],
		[0.01, 1],
		[7.1, 0],
		[59, 0],
		// Meta refuses to renew one that is over.
		[-1, 0],
		[undefined, 0],
	])('and ends in %s days is replaced %i times', async (days, times) => {
		const { helper, count } = metaWith(days);
		const stored = credential();
		const result = await preAuthentication.call(helper, stored);
		expect(count('oauth/access_token')).toBe(times);
		expect(result.accessToken).toBe(times === 1 ? 'EAA-new' : undefined);
		const print = fingerprint(times === 1 ? 'EAA-new' : stored.accessToken);
		expect(result.expiryState).toMatch(new RegExp(`^${print} `));
	});

	it('is looked at once, also by many at the same time, and again after an hour', async () => {
		const { helper, count } = metaWith(59);
		const stored = credential();
		await Promise.all(
			Array.from({ length: 20 }, async () => await preAuthentication.call(helper, { ...stored })),
		);
		now += 59 * MINUTE;
		await preAuthentication.call(helper, { ...stored });
		expect(count('debug_token')).toBe(1);
		now += 2 * MINUTE;
		await preAuthentication.call(helper, { ...stored });
		expect(count('debug_token')).toBe(2);
	});

	it.each([
		['no token', { accessToken: '' }],
		['no app ID', { appId: '' }],
		['no app secret', { appSecret: ' ' }],
		['renewal switched off', { renewAutomatically: false }],
	])('is left alone with %s', async (_, more) => {
		const { helper, calls } = metaWith(1);
		const stored = credential(more);
		expect(wantsAttention(stored)).toBe(false);
		expect(await preAuthentication.call(helper, stored)).toEqual({
			expiryState: fingerprint(stored.accessToken),
		});
		expect(calls).toEqual([]);
	});

	it('wants attention when nothing is known of it, or its end is near', async () => {
		const stored = credential();
		const knownUntil = (days: number, token = stored.accessToken) => ({
			...stored,
			expiryState: `${fingerprint(token)} ${Math.floor((now + days * DAY) / 1000)} USER`,
		});
		expect(wantsAttention(stored)).toBe(true);
		expect(wantsAttention(knownUntil(6))).toBe(true);
		expect(wantsAttention(knownUntil(8))).toBe(false);
		expect(wantsAttention(knownUntil(-1))).toBe(false);
		expect(wantsAttention(knownUntil(8, 'another'))).toBe(true);
		await preAuthentication.call(metaWith(59).helper, stored);
		expect(wantsAttention(stored)).toBe(false);
	});

	it('stays as it is when looking at it comes to nothing', async () => {
		const { helper } = meta({ debug_token: () => REFUSED });
		const stored = credential();
		expect(await preAuthentication.call(helper, stored)).toEqual({
			expiryState: fingerprint(stored.accessToken),
		});
	});
});

describe('a renewal that was asked for', () => {
	const renew = async (helper: ReturnType<typeof meta>['helper'], stored: object) => {
		const request = { ...stored } as ReturnType<typeof credential>;
		askFor(request, 'renew');
		return await preAuthentication.call(helper, request);
	};

	it('is made also where tokens are not renewed by themselves', async () => {
		const { helper } = metaWith(59);
		const result = await renew(helper, credential({ renewAutomatically: false }));
		expect(result.accessToken).toBe('EAA-new');
	});

	it('is refused for a token without end', async () => {
		await expect(renew(metaWith(undefined).helper, credential())).rejects.toThrow(/no end/);
	});

	it('is left to Meta for a token that is not valid any more', async () => {
		const { helper, count } = metaWith(undefined, { is_valid: false }, () => REFUSED);
		await expect(renew(helper, credential())).rejects.not.toThrow(/no end/);
		expect(count('oauth/access_token')).toBe(1);
	});

	it('is not tried again within half a minute after it was refused', async () => {
		const { helper, count } = metaWith(59, {}, () => REFUSED);
		const stored = credential();
		await expect(renew(helper, stored)).rejects.toThrow();
		now += 29_000;
		await expect(renew(helper, stored)).rejects.toThrow();
		expect(count('oauth/access_token')).toBe(1);
		now += 2000;
		await expect(renew(helper, stored)).rejects.toThrow();
		expect(count('oauth/access_token')).toBe(2);
	});

	it('asks for 60 days, except for a token of a person', async () => {
		for (const [type, asked] of [
			['SYSTEM_USER', 'true'],
			['USER', undefined],
		]) {
			const { helper, calls } = metaWith(59, { type });
			await renew(helper, credential());
			expect(calls.at(-1)?.query.set_token_expires_in_60_days).toBe(asked);
		}
	});

	it('knows that a token without an end has none', async () => {
		const { helper } = metaWith(59, {}, () => ({ body: { access_token: 'EAA-endless' } }));
		const { expiryState } = await renew(helper, credential());
		expect(expiryState).toBe(`${fingerprint('EAA-endless')} 0 SYSTEM_USER`);
	});
});

it('proves the app secret where the app demands it, from then on at once', async () => {
	const demand = {
		status: 400,
		body: {
			error: {
				code: 100,
				message: 'API calls from the server require an appsecret_proof argument',
			},
		},
	};
	const { helper, calls } = meta({
		me: () => (calls.at(-1)?.query.appsecret_proof ? { body: { id: '1' } } : demand),
		debug_token: () => ({
			body: {
				data: {
					is_valid: true,
					app_id: '900',
					scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
				},
			},
		}),
	});
	const test = async () => {
		const stored = credential({ appId: '900' });
		askFor(stored, 'test');
		await preAuthentication.call(helper, stored);
	};
	await test();
	expect(calls.filter(({ path }) => path === 'me')).toHaveLength(2);
	await test();
	expect(calls.filter(({ path }) => path === 'me')).toHaveLength(3);
	expect(calls.every(({ path, query }) => path === 'me' || !query.appsecret_proof)).toBe(true);
});
