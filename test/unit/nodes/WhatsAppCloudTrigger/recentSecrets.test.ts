import { RecentSecrets } from '../../../../nodes/WhatsAppCloudTrigger/delivery/recentSecrets';

const secret = (appSecret: string) => ({
	appSecret,
	previousAppSecret: '',
	phoneNumberId: '1',
	businessAccountId: '2',
});

it('keeps what was read for 30 seconds', () => {
	const recent = new RecentSecrets();
	recent.set('a', secret('x'), 0);
	expect(recent.get('a', 29_999)).toEqual(secret('x'));
	expect(recent.get('a', 30_000)).toBeUndefined();
	expect(recent.get('b', 0)).toBeUndefined();
});

it('keeps nothing else of the credential, the access token least of all', () => {
	const recent = new RecentSecrets();
	recent.set('a', { ...secret('x'), accessToken: 'EAA' } as never, 0);
	expect(recent.get('a', 1)).toEqual(secret('x'));
});

it('counts from the beginning of the read, and a later read counts more whichever ends first', () => {
	const recent = new RecentSecrets();
	recent.set('a', secret('new'), 2);
	recent.set('a', secret('old'), 1);
	expect(recent.get('a', 3)).toEqual(secret('new'));
	expect(recent.get('a', 30_001)).toEqual(secret('new'));
	expect(recent.get('a', 30_002)).toBeUndefined();
});

it('drops what is old with the next read of any, and holds 1,000 at most', () => {
	const recent = new RecentSecrets();
	for (let i = 0; i < 1500; i++) recent.set(String(i), secret('x'), i);
	expect(recent.size).toBe(1000);
	recent.set('next', secret('y'), 40_000);
	expect(recent.size).toBe(1);
});
