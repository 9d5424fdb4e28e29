import { withSandbox } from '../../support/withSandbox';
import { withForeignReceiver } from './receiver';
import {
	activated,
	ANA,
	drafted,
	graph,
	received,
	registered,
	registerForApp,
	registerForNumber,
	triggerWorkflow,
	withTriggers,
} from './support';

const OTHER_NUMBER = '400000000000009';

describe('the lifecycle of a trigger', () => {
	const stage = withSandbox();
	withTriggers(stage);
	const foreign = withForeignReceiver();

	it('lets several workflows share one app, each with its own number', async () => {
		await stage.control.addNumber({ id: OTHER_NUMBER, displayPhoneNumber: '+1 555-010-0109' });
		const first = await activated(stage, {}, 'first');
		await activated(
			stage,
			{
				phoneNumber: { __rl: true, mode: 'id', value: OTHER_NUMBER },
				events: ['message', 'calls'],
			},
			'second',
		);
		expect((await registered(stage)).app?.fields).toEqual(['calls', 'messages']);

		await stage.control.customer(ANA).send({ type: 'text', text: 'to first' });
		await stage.control
			.customer(ANA)
			.send({ type: 'text', text: 'to second', phoneNumberId: OTHER_NUMBER });
		const items = (await received(stage, 2)).flat();
		expect(stage.engine.executions.all.map(({ workflowId }) => workflowId).sort()).toEqual([
			'first',
			'second',
		]);
		expect(items.map(({ text, phoneNumberId }) => [text, phoneNumberId]).sort()).toEqual([
			['to first', stage.sandbox.seed.phoneNumberId],
			['to second', OTHER_NUMBER],
		]);

		await first.deactivate();
		await stage.control
			.customer(ANA)
			.send({ type: 'text', text: 'again', phoneNumberId: OTHER_NUMBER });
		expect((await received(stage, 3)).flat().at(-1)).toMatchObject({ text: 'again' });
	});

	it('lets a workflow for a phone number and one for the whole app coexist, in either order', async () => {
		const forNumber = await activated(stage, {}, 'number');
		const forApp = await activated(
			stage,
			{ registerFor: 'app', events: ['security', 'message'] },
			'app',
		);
		expect(await registered(stage)).toMatchObject({
			number: forNumber.url(),
			app: { callbackUrl: forApp.url(), fields: ['messages', 'security'] },
		});
		await stage.control.customer(ANA).sendText('Hello');
		await stage.control.sendWebhook('security', { event: 'PIN_CHANGED' });
		await received(stage, 2);
		expect(stage.engine.executions.all.map(({ workflowId }) => workflowId).sort()).toEqual([
			'app',
			'number',
		]);

		// The number's callback lives on the app's list of fields, so that must outlast the other workflow.
		await forApp.deactivate();
		expect((await registered(stage)).app).toMatchObject({
			callbackUrl: `${forApp.url()}?only=fields`,
			fields: expect.arrayContaining(['messages']),
		});
		await stage.control.customer(ANA).sendText('Still there');
		expect((await received(stage, 3)).flat().at(-1)).toMatchObject({ text: 'Still there' });
	});

	it('never removes fields of other workflows: the app’s list only grows', async () => {
		await activated(stage, { registerFor: 'app', events: ['security'] }, 'app');
		const forNumber = await activated(stage, { events: ['message'] }, 'number');
		expect((await registered(stage)).app?.fields).toEqual(['messages', 'security']);
		await forNumber.update(triggerWorkflow({ events: ['message', 'calls'] }, 'number'), '2.40');
		expect((await registered(stage)).app?.fields).toEqual(['calls', 'messages', 'security']);
	});

	it('keeps the fields of a phone number when the whole app is registered for others', async () => {
		await activated(stage, { events: ['message'] }, 'number');
		await activated(stage, { registerFor: 'app', events: ['security'] }, 'app');
		expect((await registered(stage)).app?.fields).toEqual(['messages', 'security']);
		await stage.control.customer(ANA).sendText('Hello');
		expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
	});

	it('replaces a trigger that left its list of fields behind', async () => {
		const gone = await activated(stage, { events: ['message'] }, 'gone');
		await gone.deactivate();
		expect((await registered(stage)).app?.callbackUrl).toBe(`${gone.url()}?only=fields`);
		const next = await activated(stage, { events: ['calls'] }, 'next');
		expect((await registered(stage)).app).toMatchObject({
			callbackUrl: `${next.url()}?only=fields`,
			fields: ['calls', 'messages'],
		});
	});

	it('never replaces a callback URL of another program, and names it', async () => {
		await graph(stage, `${stage.sandbox.seed.businessAccountId}/subscribed_apps`, {});
		await registerForNumber(stage, foreign.url);
		await expect(activated(stage)).rejects.toMatchObject({
			message: expect.stringContaining(foreign.url),
			description: expect.stringContaining('Take Over Callback'),
		});
		expect((await registered(stage)).number).toBe(foreign.url);
		await stage.control.customer(ANA).sendText('Hello');
		await stage.control.waitForDelivery(({ url }) => url === foreign.url);
		expect(foreign.deliveries).toHaveLength(1);
	});

	it('names the callback URL of another program without its query, which may hold a secret', async () => {
		await graph(stage, `${stage.sandbox.seed.businessAccountId}/subscribed_apps`, {});
		await registerForNumber(stage, `${foreign.url}?key=their-secret`);
		const error = await activated(stage).catch((reason: Error) => reason);
		expect(error).toMatchObject({ message: expect.stringContaining(foreign.url) });
		expect(`${JSON.stringify(error)} ${(error as Error).message}`).not.toContain('their-secret');
	});

	it.each(['phoneNumber', 'businessAccount', 'app'])(
		'takes it over if configured (%s), and then removes only its own',
		async (registerFor) => {
			const callback = { override_callback_uri: foreign.url, verify_token: 'theirs' };
			if (registerFor === 'phoneNumber') await registerForNumber(stage, foreign.url);
			else if (registerFor === 'businessAccount')
				await graph(stage, `${stage.sandbox.seed.businessAccountId}/subscribed_apps`, callback);
			else await registerForApp(stage, foreign.url);
			const current = async () => {
				const { app, account, number } = await registered(stage);
				return {
					phoneNumber: number,
					businessAccount: account?.overrideUrl,
					app: app?.callbackUrl,
				}[registerFor];
			};
			await expect(activated(stage, { registerFor })).rejects.toThrow(foreign.url);
			expect(await current()).toBe(foreign.url);
			const trigger = await activated(stage, { registerFor, options: { takeOver: true } });
			expect(await current()).toBe(trigger.url());
			await trigger.deactivate();
			expect(await current()).toBeUndefined();
		},
	);

	it('does not change a callback URL that replaced it in the meantime', async () => {
		const trigger = await activated(stage);
		await registerForNumber(stage, foreign.url);
		await trigger.deactivate();
		expect((await registered(stage)).number).toBe(foreign.url);
	});

	it('replaces the callback of a trigger of this n8n that is no longer active', async () => {
		const { seed } = stage.sandbox;
		const gone = await activated(stage, {}, 'gone');
		// With a rejected token nothing can be removed: the callback stays, and nobody answers there.
		await stage.control.invalidateToken(seed.accessToken, 463);
		await gone.deactivate();
		expect((await registered(stage)).number).toBe(gone.url());

		const { token } = await stage.control.addToken();
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			accessToken: token,
		});
		const trigger = await activated(stage);
		expect((await registered(stage)).number).toBe(trigger.url());
	});

	it('does not replace the callback URL of another n8n, even if that does not respond', async () => {
		const elsewhere = foreign.url.replace('crm', 'webhook/their-hook/whatsapp-cloud');
		await graph(stage, `${stage.sandbox.seed.businessAccountId}/subscribed_apps`, {});
		await registerForNumber(stage, elsewhere);
		foreign.verifies = false;
		await expect(activated(stage)).rejects.toThrow(elsewhere);
		expect((await registered(stage)).number).toBe(elsewhere);
	});

	it('does not replace the callback of another active trigger of this n8n', async () => {
		const first = await activated(stage, {}, 'first');
		await expect(activated(stage, {}, 'second')).rejects.toThrow(first.url());
		expect((await registered(stage)).number).toBe(first.url());
	});

	it('names the missing fields if the app’s callback URL belongs to another program', async () => {
		await registerForApp(stage, foreign.url, 'account_update');
		await expect(activated(stage)).rejects.toMatchObject({
			message: expect.stringContaining('not subscribed to messages'),
			description: expect.stringContaining('Webhook fields'),
		});
		expect((await registered(stage)).app).toMatchObject({
			callbackUrl: foreign.url,
			fields: ['account_update'],
		});
	});

	it.each([
		[
			'an app secret of another app',
			{ appSecret: 'f'.repeat(32) },
			{},
			/App Secret .* does not belong/,
		],
		['no app secret', { appSecret: '' }, {}, /has no App Secret/],
		['no app ID', { appId: '' }, {}, /has no App ID/],
		[
			'events that only the app receives',
			{},
			{ registerFor: 'phoneNumber', events: ['message', 'message_template_status_update'] },
			/never sends "Template Status"/,
		],
		['no events', {}, { events: [] }, /No event is chosen/],
		[
			'a regular expression that cannot be run',
			{},
			{ filters: { text: { conditions: [{ operation: 'regex', value: '(' }] } } },
			/is invalid/,
		],
		['a token that Meta rejects', { accessToken: 'EAAwrong' }, {}, /token/i],
	])('is rejected at activation with %s', async (_, credential, parameters, message) => {
		const before = await registered(stage);
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			...credential,
		});
		const rejection = await activated(stage, parameters).catch((error: Error) => error);
		expect(rejection).toBeInstanceOf(Error);
		expect(rejection).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.any(String),
		});
		expect(JSON.stringify(rejection)).not.toContain(stage.sandbox.seed.appSecret);
		expect(await registered(stage)).toEqual(before);
	});

	it.each([
		['account', { businessAccountId: '', phoneNumberId: '' }],
		['phone number', { phoneNumberId: '' }],
	])('is rejected at activation with no %s, if the token can access several', async (_, empty) => {
		const { businessAccountId } = stage.sandbox.seed;
		const second = await stage.control.addAccount();
		await stage.control.addNumber({ displayPhoneNumber: '+1 555 010 0999', businessAccountId });
		const { token } = await stage.control.addToken({
			businessAccountIds: [businessAccountId, second.id],
		});
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			...empty,
			accessToken: token,
		});
		await expect(activated(stage)).rejects.toMatchObject({
			message: expect.stringMatching(/can access 3 phone numbers, and none is chosen/),
			description: expect.any(String),
		});
	});

	it.each([
		['http://localhost:5678', /known only inside your own network/],
		['http://192.168.1.7:5678', /known only inside your own network/],
		['http://n8n.example.com', /only https addresses/],
		['n8n.example.com', /not a complete address/],
	])('explains before calling Meta that it cannot reach %s', async (baseUrl, message) => {
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			// Nothing listens there: whoever calls it fails in another way.
			baseUrl: 'https://graph.facebook.invalid',
		});
		const trigger = drafted(stage, {}, 'workflow-1', baseUrl);
		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(message),
		});
	});

	it('explains a callback URL that Meta cannot verify', async () => {
		await stage.control.behavior({ webhooks: { requireHttps: true } });
		await expect(activated(stage)).rejects.toMatchObject({
			message: expect.stringContaining('did not get the right answer'),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	it('survives restarts and saves of n8n 1.x, which checks every time', async () => {
		const trigger = await activated(stage);
		const writes = async () =>
			(await stage.control.requests()).filter(({ method }) => method === 'POST').length;
		const before = await writes();
		await trigger.restart('1.123');
		expect(await writes()).toBe(before);
		await trigger.update(triggerWorkflow({ events: ['message', 'status'] }), '1.123');
		await stage.control.customer(ANA).sendText('Hello');
		expect(await received(stage, 1)).toMatchObject([[{ text: 'Hello' }]]);
	});

	it('survives restarts and saves of n8n 2.40, which checks if the trigger changed', async () => {
		const trigger = await activated(stage);
		const hooks = trigger.hookCalls.length;
		await trigger.restart('2.40');
		await trigger.update(triggerWorkflow(), '2.40');
		expect(trigger.hookCalls).toHaveLength(hooks);
		await trigger.update(triggerWorkflow({ registerFor: 'businessAccount' }), '2.40');
		const { account, number } = await registered(stage);
		expect([account.overrideUrl, number]).toEqual([trigger.url(), undefined]);
	});

	it('registers again what was removed when n8n checks again', async () => {
		const trigger = await activated(stage);
		await graph(stage, stage.sandbox.seed.phoneNumberId, {
			webhook_configuration: { override_callback_uri: '' },
		});
		await trigger.restart('1.123');
		expect((await registered(stage)).number).toBe(trigger.url());
	});

	it('subscribes the app to the account again if it was unsubscribed', async () => {
		const trigger = await activated(stage);
		await stage.control.changeAccount(stage.sandbox.seed.businessAccountId, { subscribed: false });
		expect((await registered(stage)).account).toBeUndefined();
		await trigger.restart('1.123');
		expect((await registered(stage)).account).toEqual({ appId: stage.sandbox.seed.appId });
	});

	it('reports at the next start that the fields were removed', async () => {
		const trigger = await activated(stage);
		await registerForApp(stage, foreign.url, 'account_update');
		await expect(trigger.restart('1.123')).rejects.toThrow('not subscribed to messages');
	});

	it('reports at the next start that the app secret no longer matches', async () => {
		const trigger = await activated(stage);
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			appSecret: 'f'.repeat(32),
		});
		await expect(trigger.restart('1.123')).rejects.toThrow(/App Secret .* does not belong/);
	});

	it('lets n8n try again if Meta does not respond during deactivation', async () => {
		const trigger = await activated(stage);
		await stage.control.addFault({ path: '*', status: 503 });
		await expect(trigger.deactivate()).rejects.toThrow();
		await stage.control.clearFaults();
		await trigger.deactivate();
		expect((await registered(stage)).number).toBeUndefined();
	});

	it('can be deactivated if Meta rejects the token', async () => {
		const trigger = await activated(stage);
		await stage.control.invalidateToken(stage.sandbox.seed.accessToken, 463);
		await trigger.deactivate();
		expect(trigger.active).toBe(false);
	});
});
