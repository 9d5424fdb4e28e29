import type { INodeExecutionData } from 'n8n-workflow';
import { credentialData } from '../../../demo/sandboxCredential';
import { withSandbox } from '../../support/withSandbox';
import { output, run } from './support';

const stage = withSandbox();
const DAY = 86_400_000;

/** Stores a token in the credential that ends so many days from now; returns it. */
async function holdToken(days: number, token: object = {}): Promise<string> {
	const issued = await stage.control.addToken({ expiresAt: Date.now() + days * DAY, ...token });
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		accessToken: issued.token,
	});
	return issued.token;
}

async function stored(): Promise<string> {
	return String((await stage.engine.credentials.get('whatsAppCloudApi')).accessToken);
}

async function exchanges(): Promise<number> {
	const requests = await stage.control.requests();
	return requests.filter(({ path }) => path === '/oauth/access_token').length;
}

const texts = (count: number): INodeExecutionData[] =>
	Array.from({ length: count }, (_, index) => ({ json: { index } }));

const send = async (items: INodeExecutionData[]) =>
	await stage.engine.runNode(
		'whatsAppCloud',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: '=+1555010{{ 1000 + ($json.index ?? 0) }}',
			text: 'Hi',
		},
		items,
	);

it('renews an expiring token once for 50 items, and no item fails', async () => {
	const old = await holdToken(3);
	const result = await send(texts(50));
	expect(result.error).toBeUndefined();
	expect(result.json()).toHaveLength(50);
	expect(await exchanges()).toBe(1);
	expect(await stored()).not.toBe(old);
	await send(texts(1));
	expect(await exchanges()).toBe(1);
});

it('exchanges a temporary user token for a 60-day token', async () => {
	const temporary = await holdToken(1, { type: 'USER' });
	expect((await send(texts(1))).error).toBeUndefined();
	expect(await stored()).not.toBe(temporary);
	const [facts] = await output(stage, 'accessToken', 'inspect');
	expect(facts).toMatchObject({ type: 'USER', daysLeft: 59 });
});

it('does not renew a token that never expires or expires later', async () => {
	const far = await holdToken(40);
	expect((await send(texts(1))).error).toBeUndefined();
	expect(await stored()).toBe(far);
	expect(await exchanges()).toBe(0);
});

it('does not renew if the credential disables it', async () => {
	const { token } = await stage.control.addToken({ expiresAt: Date.now() + DAY });
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		accessToken: token,
		renewAutomatically: false,
	});
	expect((await send(texts(1))).error).toBeUndefined();
	expect(await exchanges()).toBe(0);
});

it('detects a newly pasted token', async () => {
	await holdToken(40);
	await send(texts(1));
	const kept = await stage.engine.credentials.get('whatsAppCloudApi');
	const { token } = await stage.control.addToken({ expiresAt: Date.now() + 2 * DAY });
	await stage.engine.credentials.set('whatsAppCloudApi', { ...kept, accessToken: token });
	await send(texts(1));
	expect(await stored()).not.toBe(token);
});

it.each([
	['has expired', 463, /expired/i],
	['ended with a changed password', 460, /password/i],
	['lost its app', 458, /app/i],
	['was invalidated', 467, /invalidated|ended|logged out|revoked/i],
])('explains when the token %s', async (_what, subcode, words) => {
	const token = await holdToken(40);
	await stage.control.invalidateToken(token, subcode);
	const { error } = await send(texts(1));
	expect(`${error?.message} ${error?.description}`).toMatch(words);
	expect(error?.context).toMatchObject({ code: 190, subcode });
	expect(JSON.stringify({ ...error, message: error?.message })).not.toContain(token);
});

it('returns type, app, expiration, permissions, and accounts', async () => {
	await holdToken(40, {
		scopes: ['whatsapp_business_messaging'],
		businessAccountIds: [stage.sandbox.seed.businessAccountId],
	});
	const [facts] = await output(stage, 'accessToken', 'inspect');
	expect(facts).toMatchObject({
		valid: true,
		type: 'SYSTEM_USER',
		appId: stage.sandbox.seed.appId,
		belongsToApp: true,
		expires: true,
		daysLeft: 39,
		scopes: ['whatsapp_business_messaging'],
		missingScopes: ['whatsapp_business_management'],
	});
});

it('refreshes on demand and stores the new token', async () => {
	const old = await holdToken(40);
	const [result] = await output(stage, 'accessToken', 'refresh');
	expect(result).toMatchObject({ refreshed: true, valid: true, daysLeft: 59 });
	expect(await stored()).not.toBe(old);
	expect(JSON.stringify(result)).not.toContain(await stored());
});

it('explains that an expired token cannot be refreshed, and that a non-expiring one need not be', async () => {
	await holdToken(1);
	await stage.control.advance(2 * DAY);
	const expired = await run(stage, 'accessToken', 'refresh');
	expect(`${expired.error?.message} ${expired.error?.description}`).toMatch(/expired/i);
	await stage.engine.credentials.set('whatsAppCloudApi', credentialData(stage.sandbox));
	const endless = await run(stage, 'accessToken', 'refresh');
	expect(endless.error?.message).toMatch(/does not expire/);
});

it('exchanges a code for a token, once', async () => {
	const { code } = await stage.control.addAuthorizationCode();
	const [{ accessToken }] = await output(stage, 'accessToken', 'exchange', { code });
	expect(accessToken).toMatch(/^EAA/);
	const again = await run(stage, 'accessToken', 'exchange', { code });
	expect(again.error?.context).toMatchObject({ code: 100 });
	const { appSecret } = stage.sandbox.seed;
	expect(JSON.stringify({ ...again.error, message: again.error?.message })).not.toContain(
		appSecret,
	);
});

it('sends the proof of the app secret if the app requires it', async () => {
	await stage.control.behavior({ requireAppSecretProof: true });
	const result = await send(texts(1));
	expect(result.error).toBeUndefined();
	expect(await stage.control.messages({ direction: 'outgoing' })).toHaveLength(1);
});

it('names missing fields of the credential', async () => {
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		appSecret: '',
	});
	const { error } = await run(stage, 'accessToken', 'refresh');
	expect(error?.message).toMatch(/no App Secret/);
	expect(error?.description).toMatch(/App settings/);
});

it('reports the outcome unknown if the response after a renewal is lost', async () => {
	const old = await holdToken(40);
	await stage.control.addFault({ path: '*/messages', times: 1, error: { code: 190, status: 401 } });
	await stage.control.addFault({ path: '*/messages', times: 1, drop: 'after' });
	const { error } = await send(texts(1));
	expect(error?.context).toMatchObject({ outcome: 'unknown' });
	expect(await stage.control.messages({ direction: 'outgoing' })).toHaveLength(1);
	expect(await stored()).not.toBe(old);
});

it('keeps the token if the exchange returns none', async () => {
	const old = await holdToken(3);
	await stage.control.addFault({ path: '/oauth/access_token', html: '{}', status: 200 });
	expect((await send(texts(1))).error).toBeUndefined();
	expect(await stored()).toBe(old);
});

it('names the wrong field if the app secret does not belong to the app', async () => {
	await stage.engine.credentials.set('whatsAppCloudApi', {
		...credentialData(stage.sandbox),
		appSecret: 'f'.repeat(32),
	});
	const { error } = await run(stage, 'accessToken', 'inspect');
	expect(error?.message).toMatch(/App ID and App Secret do not belong together/);
});

describe('the Test button', () => {
	const test = async (change: object) =>
		await stage.engine.testCredential('whatsAppCloudApi', {
			...credentialData(stage.sandbox),
			...change,
		});

	it('passes for a correct credential', async () => {
		expect(await test({})).toMatchObject({ status: 'OK' });
	});

	it('passes if the app requires proof of its secret', async () => {
		const app = await stage.control.addApp({ name: 'Demanding' });
		const { token } = await stage.control.addToken({ appId: app.id });
		await stage.control.behavior({ requireAppSecretProof: true });
		expect(await test({ accessToken: token, appId: app.id, appSecret: app.secret })).toMatchObject({
			status: 'OK',
		});
	});

	it.each([' ', '"', '\u200B', "'", 'Bearer '])(
		'is content with %j around the values',
		async (around) => {
			const seed = credentialData(stage.sandbox);
			const end = around === 'Bearer ' ? '' : around;
			const wrapped = (value: string) => `${around}${value}${end}`;
			const others = (value: string) => (around === 'Bearer ' ? value : wrapped(value));
			expect(
				await test({
					accessToken: wrapped(seed.accessToken),
					businessAccountId: others(seed.businessAccountId),
					phoneNumberId: others(seed.phoneNumberId),
					appId: others(seed.appId),
					appSecret: others(seed.appSecret),
				}),
			).toMatchObject({ status: 'OK' });
		},
	);

	it('passes with only a token', async () => {
		expect(
			await test({ businessAccountId: '', phoneNumberId: '', appId: '', appSecret: '' }),
		).toMatchObject({ status: 'OK' });
	});

	it('passes with a phone number but no account, only an app ID or a secret, and an extra slash', async () => {
		const { url } = stage.sandbox;
		for (const change of [
			{ businessAccountId: '' },
			{ appId: '' },
			{ appSecret: '' },
			{ baseUrl: `${url}/` },
		]) {
			expect(await test(change)).toMatchObject({ status: 'OK' });
		}
	});

	it('explains a token of another app and a missing permission', async () => {
		// Apps that were never seen to demand a proof, which would be rejected first.
		const [own, another] = [await stage.control.addApp(), await stage.control.addApp()];
		const { token } = await stage.control.addToken({ appId: another.id });
		expect(
			(await test({ accessToken: token, appId: own.id, appSecret: own.secret })).message,
		).toMatch(/belongs to the app \d+, not to the App ID/);
		const lacking = await stage.control.addToken({ scopes: ['whatsapp_business_management'] });
		expect((await test({ accessToken: lacking.token })).message).toMatch(
			/lacks the permission whatsapp_business_messaging/,
		);
	});

	it.each<[string, () => object, RegExp]>([
		['no token', () => ({ accessToken: ' ' }), /access token is empty/],
		[
			'a number that does not exist, without an account',
			() => ({ businessAccountId: '', phoneNumberId: '999999999999999' }),
			/Default Phone Number ID is not/,
		],
		['a wrong token', () => ({ accessToken: 'EAAwrong' }), /access token/i],
		[
			'an account that does not exist',
			() => ({ businessAccountId: '999999999999999' }),
			/Business Account ID/,
		],
		[
			'a portfolio ID as account',
			() => ({ businessAccountId: stage.sandbox.seed.businessId }),
			/^The WhatsApp Business Account ID is the ID of a business portfolio\. Enter the ID of the account instead: 300000000000001\.$/,
		],
		[
			'a phone number ID as account',
			() => ({ businessAccountId: stage.sandbox.seed.phoneNumberId }),
			/^The WhatsApp Business Account ID is the ID of a phone number\./,
		],
		[
			'an account ID as phone number',
			() => ({ phoneNumberId: stage.sandbox.seed.businessAccountId }),
			/^The Default Phone Number ID is the ID of a WhatsApp Business Account\./,
		],
		[
			'an account ID as phone number, without an account',
			() => ({ businessAccountId: '', phoneNumberId: stage.sandbox.seed.businessAccountId }),
			/^The Default Phone Number ID is the ID of a WhatsApp Business Account\./,
		],
		[
			'a phone number in place of its ID',
			() => ({ phoneNumberId: '+1 (555) 010-0100' }),
			/^The Default Phone Number ID is a phone number\. Enter its ID instead: 400000000000001\.$/,
		],
		[
			'a phone number that the token cannot access, in place of an ID',
			() => ({ businessAccountId: '', phoneNumberId: '+49 30 123456' }),
			/^The Default Phone Number ID consists of digits only/,
		],
		[
			'a token as app secret',
			() => ({ appSecret: 'EAAB123' }),
			/^The App Secret is an access token/,
		],
		[
			'the app secret as token',
			() => ({ accessToken: stage.sandbox.seed.appSecret }),
			/^The Access Token is an app secret/,
		],
		[
			'app ID and app secret swapped',
			() => ({ appId: stage.sandbox.seed.appSecret, appSecret: stage.sandbox.seed.appId }),
			/^App ID and App Secret are swapped/,
		],
		['a name as app ID', () => ({ appId: 'Bakery' }), /^The App ID consists of digits only/],
		[
			'the ID of another app',
			() => ({ appId: '999999999999999' }),
			/^The access token belongs to the app 100000000000001, not to the App ID/,
		],
		[
			'a number of another account',
			() => ({ phoneNumberId: '999999999999999' }),
			/does not belong to this account/,
		],
		[
			'a wrong app secret',
			() => ({ appSecret: 'f'.repeat(32) }),
			/the App Secret is not\. Copy it again|App Secret does not belong/,
		],
		['a sandbox that is down', () => ({ baseUrl: 'http://127.0.0.1:1' }), /refused the connection/],
	])('explains %s', async (_what, change, words) => {
		const { status, message } = await test(change());
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(message).not.toContain(stage.sandbox.seed.accessToken);
	});
});
