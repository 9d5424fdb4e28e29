import type { IDataObject } from 'n8n-workflow';
import {
	fingerprint,
	needsAttention as credentialNeedsAttention,
	preAuthentication,
	requestAction,
} from '../../../../nodes/shared/tokenRenewal';
import { tidyCredential } from '../../../../nodes/shared/credential';
import { credential, meta } from './meta';

const needsAttention = (stored: IDataObject) =>
	credentialNeedsAttention(tidyCredential(stored as never));
/** What n8n calls when a request found that the token must be checked. */
const check = async (helper: ReturnType<typeof meta>['helper'], stored: object) => {
	requestAction(stored, 'check');
	return await preAuthentication.call(helper, stored as never);
};
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
let now: number;
beforeEach(() => {
	now = Date.UTC(2026, 0, 1);
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const NEW_TOKEN = { body: { access_token: 'EAA-new', expires_in: 5_184_000 } };
const REJECTED = { status: 400, body: { error: { code: 190, message: 'Session has expired' } } };

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
		// Meta rejects the renewal of an expired token.
		[-1, 0],
		[undefined, 0],
	])('and expires in %s days is renewed %i times', async (days, times) => {
		const { helper, count } = metaWith(days);
		const stored = credential();
		const result = await check(helper, stored);
		expect(count('oauth/access_token')).toBe(times);
		expect(result.accessToken).toBe(times === 1 ? 'EAA-new' : undefined);
		const print = fingerprint(times === 1 ? 'EAA-new' : stored.accessToken);
		expect(result.expiryState).toMatch(new RegExp(`^${print} `));
	});

	it('is checked once, also by many requests at a time, and again after an hour', async () => {
		const { helper, count } = metaWith(59);
		const stored = credential();
		await Promise.all(Array.from({ length: 20 }, async () => await check(helper, { ...stored })));
		now += 59 * MINUTE;
		await check(helper, { ...stored });
		expect(count('debug_token')).toBe(1);
		now += 2 * MINUTE;
		await check(helper, { ...stored });
		expect(count('debug_token')).toBe(2);
	});

	it.each([
		['no token', { accessToken: '' }],
		['no app ID', { appId: '' }],
		['no app secret', { appSecret: ' ' }],
		['renewal switched off', { renewAutomatically: false }],
	])('is not checked with %s', async (_, more) => {
		const { helper, calls } = metaWith(1);
		const stored = credential(more);
		expect(needsAttention(stored)).toBe(false);
		expect(await check(helper, stored)).toEqual({
			expiryState: fingerprint(stored.accessToken),
		});
		expect(calls).toEqual([]);
	});

	it('needs attention when nothing is known about it, or when it expires soon', async () => {
		const stored = credential();
		const knownUntil = (days: number, token = stored.accessToken) => ({
			...stored,
			expiryState: `${fingerprint(token)} ${Math.floor((now + days * DAY) / 1000)} USER`,
		});
		expect(needsAttention(stored)).toBe(true);
		expect(needsAttention(knownUntil(6))).toBe(true);
		expect(needsAttention(knownUntil(8))).toBe(false);
		expect(needsAttention(knownUntil(-1))).toBe(false);
		expect(needsAttention(knownUntil(8, 'another'))).toBe(true);
		await check(metaWith(59).helper, stored);
		expect(needsAttention(stored)).toBe(false);
	});

	it('is not changed when the check fails', async () => {
		const { helper } = meta({ debug_token: () => REJECTED });
		const stored = credential();
		expect(await check(helper, stored)).toEqual({
			expiryState: fingerprint(stored.accessToken),
		});
	});
});

describe('a requested renewal', () => {
	const renew = async (helper: ReturnType<typeof meta>['helper'], stored: object) => {
		const request = { ...stored } as ReturnType<typeof credential>;
		requestAction(request, 'renew');
		return await preAuthentication.call(helper, request);
	};

	it('is made even where tokens are not renewed automatically', async () => {
		const { helper } = metaWith(59);
		const result = await renew(helper, credential({ renewAutomatically: false }));
		expect(result.accessToken).toBe('EAA-new');
	});

	it('is invalid for a token that does not expire', async () => {
		await expect(renew(metaWith(undefined).helper, credential())).rejects.toThrow(
			/does not expire/,
		);
	});

	it('is left to Meta for a token that is no longer valid', async () => {
		const { helper, count } = metaWith(undefined, { is_valid: false }, () => REJECTED);
		await expect(renew(helper, credential())).rejects.not.toThrow(/does not expire/);
		expect(count('oauth/access_token')).toBe(1);
	});

	it('is not tried again within half a minute after a rejection', async () => {
		const { helper, count } = metaWith(59, {}, () => REJECTED);
		const stored = credential();
		await expect(renew(helper, stored)).rejects.toThrow();
		now += 29_000;
		await expect(renew(helper, stored)).rejects.toThrow();
		expect(count('oauth/access_token')).toBe(1);
		now += 2000;
		await expect(renew(helper, stored)).rejects.toThrow();
		expect(count('oauth/access_token')).toBe(2);
	});

	it('requests 60 days, except for a user token', async () => {
		for (const [type, asked] of [
			['SYSTEM_USER', 'true'],
			['USER', undefined],
		]) {
			const { helper, calls } = metaWith(59, { type });
			await renew(helper, credential());
			expect(calls.at(-1)?.query.set_token_expires_in_60_days).toBe(asked);
		}
	});

	it('recognizes a token that does not expire', async () => {
		const { helper } = metaWith(59, {}, () => ({ body: { access_token: 'EAA-endless' } }));
		const { expiryState } = await renew(helper, credential());
		expect(expiryState).toBe(`${fingerprint('EAA-endless')} 0 SYSTEM_USER`);
	});
});

it('proves the app secret once the app has required it', async () => {
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
		requestAction(stored, 'test');
		await preAuthentication.call(helper, stored);
	};
	await test();
	expect(calls.filter(({ path }) => path === 'me')).toHaveLength(2);
	await test();
	expect(calls.filter(({ path }) => path === 'me')).toHaveLength(3);
	expect(calls.every(({ path, query }) => path === 'me' || !query.appsecret_proof)).toBe(true);
});

it('does nothing when n8n calls it before the first request: the request itself says what it needs', async () => {
	const { helper, calls } = metaWith(1);
	expect(await preAuthentication.call(helper, credential())).toEqual({});
	expect(calls).toEqual([]);
});

it('sends the request again instead of storing a result that took time', async () => {
	const { helper, count } = metaWith(1);
	const stored = credential();
	const ticket = {
		authentication: 'bearer' as const,
		handedOver: false,
		renewed: false,
		secrets: [],
	};
	requestAction(stored, 'check', ticket);
	await expect(preAuthentication.call(helper, stored)).rejects.toThrow('sent again');
	expect(ticket.renewed).toBe(true);

	const again = { ...stored };
	expect(needsAttention(again)).toBe(true);
	requestAction(again, 'check', { ...ticket });
	expect((await preAuthentication.call(helper, again)).accessToken).toBe('EAA-new');
	expect(count('oauth/access_token')).toBe(1);
	expect(needsAttention({ ...stored })).toBe(false);
});
