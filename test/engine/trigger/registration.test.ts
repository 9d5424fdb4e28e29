import { withSandbox } from '../../support/withSandbox';
import { verifyTokenFor } from '../../../cloud-api/webhooks/verifyToken';
import { activated, ANA, endAll, received, registered } from './support';

describe('registering the trigger', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	it('for a phone number: sets the override of the number and subscribes the app first', async () => {
		const trigger = await activated(stage);
		const { app, account, number } = await registered(stage);
		expect(number).toBe(trigger.url());
		expect(account).toEqual({ appId: stage.sandbox.seed.appId });
		expect(app).toMatchObject({
			callbackUrl: `${trigger.url()}?only=fields`,
			fields: ['messages'],
		});

		await stage.control.customer(ANA).sendText('Hello');
		const [[item]] = await received(stage, 1);
		expect(item).toMatchObject({ event: 'message', text: 'Hello', from: ANA });

		await trigger.deactivate();
		expect((await registered(stage)).number).toBeUndefined();
	});

	it('for an account: sets the override of the account', async () => {
		const trigger = await activated(stage, { registerFor: 'businessAccount' });
		const { account, number } = await registered(stage);
		expect(number).toBeUndefined();
		expect(account.overrideUrl).toBe(trigger.url());
		await stage.control.customer(ANA).sendText('Hello');
		expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
		await trigger.deactivate();
		expect((await registered(stage)).account.overrideUrl).toBeUndefined();
	});

	it('for the whole app: subscribes the app to the fields of the chosen events', async () => {
		const trigger = await activated(stage, {
			registerFor: 'app',
			events: ['message', 'status', 'account_update'],
		});
		const { app, account, number } = await registered(stage);
		expect(app).toMatchObject({
			callbackUrl: trigger.url(),
			fields: ['account_update', 'messages'],
		});
		expect(account).toEqual({ appId: stage.sandbox.seed.appId });
		expect(number).toBeUndefined();
		await stage.control.sendWebhook('account_update', { event: 'VERIFIED_ACCOUNT' });
		expect(await received(stage, 1)).toMatchObject([
			[{ event: 'account_update', action: 'VERIFIED_ACCOUNT' }],
		]);
		await trigger.deactivate();
		expect((await registered(stage)).app).toBeUndefined();
	});

	it('manually: registers nothing and answers with the chosen verify token', async () => {
		const trigger = await activated(stage, { registerFor: 'manual', verifyToken: 'my own words' });
		expect(await registered(stage)).toEqual({
			app: undefined,
			account: undefined,
			number: undefined,
		});
		const verify = async (token: string) =>
			await fetch(
				`${trigger.url()}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${encodeURIComponent(token)}`,
			);
		const answer = await verify('my own words');
		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe('1158201444');
		expect(answer.headers.get('content-type')).toMatch('text/plain');
		expect((await verify('other words')).status).toBe(403);
	});

	it('verifies with the token of the app secret, of the previous one while there is one, and never without a secret', async () => {
		const trigger = await activated(stage);
		const { appSecret } = stage.sandbox.seed;
		const status = async (secret: string) => {
			const path = trigger.url().split('/').slice(-2).join('/').toLowerCase();
			const token = verifyTokenFor(path, secret);
			const query = `hub.mode=subscribe&hub.challenge=1&hub.verify_token=${token}`;
			return (await fetch(`${trigger.url()}?${query}`)).status;
		};
		expect([await status(appSecret), await status('')]).toEqual([200, 403]);
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			appSecret: 'a new one',
			previousAppSecret: appSecret,
		});
		expect([await status('a new one'), await status(appSecret)]).toEqual([200, 200]);
	});
});
