import type { IDataObject } from 'n8n-workflow';
import { noteDemand } from '../../../nodes/shared/appSecretProof';
import { authenticate } from '../../../nodes/shared/authenticate';
import { PRIVATE_HEADERS } from '../../../nodes/shared/authorization';
import { fingerprint } from '../../../nodes/shared/tokenRenewal';
import { credential } from './meta';

const request = async (stored: IDataObject, headers: Record<string, string> = {}) =>
	await authenticate(stored as never, {
		url: 'https://graph.facebook.com/v25.0/1',
		headers: { accept: 'application/json', ...headers },
	});
const inWay = (way: string) => ({ [PRIVATE_HEADERS.way]: way });
/** A credential whose token needs no look. */
const settled = (more: IDataObject = {}) => credential({ renewAutomatically: false, ...more });

describe('a request', () => {
	it.each([
		['bearer', ({ accessToken }: ReturnType<typeof credential>) => `Bearer ${accessToken}`],
		['oauth', ({ accessToken }: ReturnType<typeof credential>) => `OAuth ${accessToken}`],
		[
			'app',
			({ appId, appSecret }: ReturnType<typeof credential>) => `Bearer ${appId}|${appSecret}`,
		],
		['none', () => undefined],
	])('is authenticated %s, and no private header leaves', async (way, authorization) => {
		const stored = settled();
		const { headers } = await request(stored, {
			...inWay(way),
			[PRIVATE_HEADERS.renew]: 'another token',
		});
		expect(headers).toEqual({
			accept: 'application/json',
			...(way !== 'none' && { Authorization: authorization(stored) }),
		});
	});

	it('waits until its token was looked at, if it uses it', async () => {
		for (const way of ['bearer', 'oauth']) {
			await expect(request(credential(), inWay(way))).rejects.toMatchObject({
				response: { status: 401 },
			});
		}
		for (const way of ['app', 'none']) {
			await expect(request(credential(), inWay(way))).resolves.toBeDefined();
		}
	});

	it('waits until a refused token was renewed, but not for one that has been replaced since', async () => {
		const stored = settled();
		const renew = (token: string) => ({ [PRIVATE_HEADERS.renew]: fingerprint(token) });
		await expect(request(stored, renew(String(stored.accessToken)))).rejects.toMatchObject({
			response: { status: 401 },
		});
		await expect(request(stored, renew('an older token'))).resolves.toBeDefined();
	});

	it('proves the app secret where the app demands it and the token is used', async () => {
		const stored = settled({ appId: '901' });
		expect((await request(stored)).qs).toBeUndefined();
		noteDemand('901');
		expect((await request(stored)).qs).toEqual({
			appsecret_proof: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		// Without the secret a proof would be a wrong one.
		expect((await request({ ...stored, appSecret: '' })).qs).toBeUndefined();
		expect((await request(stored, inWay('app'))).qs).toBeUndefined();
		expect((await request(stored, inWay('none'))).qs).toBeUndefined();
	});
});
