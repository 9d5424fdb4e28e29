import { createHmac } from 'crypto';
import {
	appToken,
	bench,
	client,
	closeAll,
	Receiver,
	rejectionOf,
	subscribe,
	type Bench,
} from './support';

afterEach(closeAll);

const DAY = 24 * 60 * 60 * 1000;
const text = { type: 'text', text: { body: 'Hi' } };

async function hello(on: Bench, body = 'Hello'): Promise<string> {
	return (await on.sandbox.control.customer('15550100201').sendText(body)).id;
}

async function bothSides(options: Parameters<typeof bench>[0] = {}, fields?: string) {
	const on = await bench(options);
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), fields);
	return { ...on, receiver };
}

describe('app subscriptions', () => {
	async function subscribing(parameters: object) {
		const on = await bench();
		const receiver = await Receiver.start();
		const app = client(on.sandbox, appToken(on.sandbox));
		const path = `/${on.sandbox.seed.appId}/subscriptions`;
		const answer = await app.post(path, {
			object: 'whatsapp_business_account',
			callback_url: receiver.url(),
			fields: 'messages,account_update',
			verify_token: 'let me in',
			...parameters,
		});
		return { ...on, receiver, app, path, answer };
	}

	it('asks the callback first, then lists what was subscribed', async () => {
		const { app, path, answer, receiver } = await subscribing({});
		expect(answer.data).toEqual({ success: true });
		expect((await app.get(path)).data).toEqual({
			data: [
				{
					object: 'whatsapp_business_account',
					callback_url: receiver.url(),
					active: true,
					fields: [
						{ name: 'messages', version: 'v25.0' },
						{ name: 'account_update', version: 'v25.0' },
					],
				},
			],
		});
	});

	it('sends mode, challenge and verify token, and keeps what the callback URL already asks', async () => {
		const on = await bench();
		const receiver = await Receiver.start();
		let asked = new URLSearchParams();
		receiver.handshake = (query) => {
			asked = query;
			return { status: 200, body: query.get('hub.challenge') ?? '' };
		};
		await subscribe(on, `${receiver.url()}?workflow=7`);
		expect(asked.get('hub.mode')).toBe('subscribe');
		expect(asked.get('hub.verify_token')).toBe('let me in');
		expect(asked.get('hub.challenge')).toMatch(/^\d{10}$/);
		expect(asked.get('workflow')).toBe('7');
	});

	it.each([
		['answers 403', { status: 403, body: '' }, 'HTTP Status Code = 403'],
		['answers something else', { status: 200, body: 'OK' }, 'does not match challenge'],
	])('rejects a callback that %s with (#2200)', async (_name, reply, reason) => {
		const on = await bench();
		const receiver = await Receiver.start();
		receiver.handshake = () => reply;
		await expect(subscribe(on, receiver.url())).rejects.toThrow(/\(#2200\) Callback verification/);
		await expect(subscribe(on, receiver.url())).rejects.toThrow(reason);
	});

	it('rejects a callback that nobody answers, keeping the one before', async () => {
		const { app, path, receiver } = await subscribing({});
		const dead = await app.post(path, {
			object: 'whatsapp_business_account',
			callback_url: 'http://127.0.0.1:1/hook',
			fields: 'messages',
			verify_token: 'x',
		});
		expect(rejectionOf(dead)).toMatchObject({ code: 2200 });
		expect((await app.get(path)).data.data[0].callback_url).toBe(receiver.url());
	});

	it('replaces the whole list of fields and the callback', async () => {
		const { app, path, receiver } = await subscribing({});
		await app.post(path, {
			object: 'whatsapp_business_account',
			callback_url: receiver.url('/second'),
			fields: ['messages'],
			verify_token: 'let me in',
		});
		const { data } = (await app.get(path)).data;
		expect(data).toHaveLength(1);
		expect(data[0]).toMatchObject({
			callback_url: receiver.url('/second'),
			fields: [{ name: 'messages' }],
		});
	});

	it('removes fields, then the object', async () => {
		const { app, path } = await subscribing({});
		const object = 'whatsapp_business_account';
		await app.delete(path, { params: { object, fields: 'account_update' } });
		expect((await app.get(path)).data.data[0].fields).toHaveLength(1);
		expect((await app.delete(path, { params: { object } })).data).toEqual({ success: true });
		expect((await app.get(path)).data).toEqual({ data: [] });
	});

	it.each([
		['an unknown field', { fields: 'messages,nonsense' }, 'fields[1]'],
		['an unknown object', { object: 'whatsapp' }, 'object must be one of'],
		['no verify token', { verify_token: undefined }, 'verify_token is required'],
		['a callback that is no URL', { callback_url: 'somewhere' }, 'valid URL'],
	])('rejects %s', async (_name, parameters, reason) => {
		const { answer } = await subscribing(parameters);
		expect(rejectionOf(answer)).toMatchObject({ code: 100 });
		expect(rejectionOf(answer).text).toContain(reason);
	});

	it('needs the app access token', async () => {
		const { graph, path } = await subscribing({});
		expect(rejectionOf(await graph.get(path))).toMatchObject({ code: 15 });
	});

	it('insists on https when requireHttps is set', async () => {
		const on = await bench({ behavior: { webhooks: { requireHttps: true } } });
		const receiver = await Receiver.start();
		await expect(subscribe(on, receiver.url())).rejects.toThrow(/2200/);
	});
});

describe('which apps get a webhook', () => {
	it('the app callback, for the fields it subscribed to', async () => {
		const { receiver, sandbox } = await bothSides({}, 'messages');
		await sandbox.control.sendWebhook('account_update', { event: 'VERIFIED_ACCOUNT' });
		const id = await hello({ sandbox } as Bench);
		await receiver.until((all) => all.length > 0);
		expect(receiver.messages()).toMatchObject([{ id }]);
		expect(receiver.values('account_update')).toEqual([]);
	});

	it('nobody, while the account is not subscribed', async () => {
		const { graph, receiver, sandbox } = await bothSides();
		await graph.delete(`/${sandbox.seed.businessAccountId}/subscribed_apps`);
		await hello({ sandbox } as Bench, 'Lost');
		await graph.post(`/${sandbox.seed.businessAccountId}/subscribed_apps`);
		await hello({ sandbox } as Bench, 'Found');
		await receiver.until((all) => all.length > 0);
		expect(receiver.messages()).toMatchObject([{ text: { body: 'Found' } }]);
	});

	it('an app in development gets the dashboard test only', async () => {
		const { receiver, sandbox } = await bothSides();
		await sandbox.control.addApp({ id: sandbox.seed.appId, live: false });
		await hello({ sandbox } as Bench);
		await sandbox.control.sendWebhook('messages', { test: true }, { test: true });
		await receiver.until((all) => all.length > 0);
		expect(receiver.values()).toEqual([{ test: true }]);
	});

	it('prefers the number, then the account, then the app', async () => {
		const { graph, receiver, sandbox, ...rest } = await bothSides();
		const on = { graph, sandbox, ...rest } as Bench;
		const { businessAccountId, phoneNumberId } = sandbox.seed;
		const override = (path: string) => ({
			override_callback_uri: receiver.url(path),
			verify_token: 'let me in',
		});
		const lands = async () => {
			const before = receiver.received.length;
			await hello(on);
			await receiver.until((all) => all.length > before);
			return receiver.received[before].path;
		};
		expect(await lands()).toBe('/hook');
		await graph.post(`/${businessAccountId}/subscribed_apps`, override('/account'));
		expect(await lands()).toBe('/account');
		await graph.post(`/${phoneNumberId}`, { webhook_configuration: override('/number') });
		expect(await lands()).toBe('/number');
		const read = await graph.get(`/${phoneNumberId}?fields=webhook_configuration`);
		expect(read.data.webhook_configuration).toEqual({
			phone_number: receiver.url('/number'),
			whatsapp_business_account: receiver.url('/account'),
			application: receiver.url('/hook'),
		});
		const apps = await graph.get(`/${businessAccountId}/subscribed_apps`);
		expect(apps.data.data).toMatchObject([
			{
				whatsapp_business_api_data: { id: sandbox.seed.appId },
				override_callback_uri: receiver.url('/account'),
			},
		]);
		await graph.post(`/${phoneNumberId}`, { webhook_configuration: { override_callback_uri: '' } });
		expect(await lands()).toBe('/account');
		await graph.post(`/${businessAccountId}/subscribed_apps`);
		expect(await lands()).toBe('/hook');
	});

	it('sends template and account fields to the app, whatever is overridden', async () => {
		const { graph, receiver, sandbox } = await bothSides(
			{},
			'messages,message_template_status_update',
		);
		await graph.post(`/${sandbox.seed.phoneNumberId}`, {
			webhook_configuration: {
				override_callback_uri: receiver.url('/number'),
				verify_token: 'let me in',
			},
		});
		await sandbox.control.sendWebhook('message_template_status_update', { event: 'APPROVED' });
		await receiver.until((all) => all.length > 0);
		expect(receiver.received[0].path).toBe('/hook');
	});

	it('verifies an override before it counts, and bounds its length', async () => {
		const { graph, receiver, sandbox } = await bothSides();
		const post = async (url: string, verify: string) =>
			rejectionOf(
				await graph.post(`/${sandbox.seed.phoneNumberId}`, {
					webhook_configuration: { override_callback_uri: url, verify_token: verify },
				}),
			);
		expect(await post(receiver.url(), 'wrong')).toMatchObject({ code: 2200 });
		expect(await post(receiver.url(`/${'x'.repeat(200)}`), 'let me in')).toMatchObject({
			code: 100,
		});
		const read = await graph.get(`/${sandbox.seed.phoneNumberId}?fields=webhook_configuration`);
		expect(read.data.webhook_configuration.phone_number).toBeUndefined();
	});

	it('gives every subscribed app its own delivery with its own signature', async () => {
		const { receiver, sandbox } = await bothSides();
		const second = await sandbox.control.addApp({ name: 'Second' });
		const app = client(sandbox, `${second.id}|${second.secret}`);
		await app.post(`/${second.id}/subscriptions`, {
			object: 'whatsapp_business_account',
			callback_url: receiver.url('/second'),
			fields: 'messages',
			verify_token: 'let me in',
		});
		const { token } = await sandbox.control.addToken({ appId: second.id });
		await client(sandbox, token).post(`/${sandbox.seed.businessAccountId}/subscribed_apps`);
		await hello({ sandbox } as Bench);
		await receiver.until((all) => all.length === 2);
		for (const { path, raw, headers } of receiver.received) {
			const secret = path === '/second' ? second.secret : sandbox.seed.appSecret;
			const expected = createHmac('sha256', secret).update(raw).digest('hex');
			expect(headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
		}
	});
});

describe('what is sent', () => {
	it('is signed over the escaped bytes that leave', async () => {
		const { receiver, sandbox } = await bothSides();
		await hello({ sandbox } as Bench, 'Pão ½ 😀 a/b');
		await receiver.until((all) => all.length > 0);
		const [{ raw, headers }] = receiver.received;
		expect(raw.toString('latin1')).toContain('P\\u00e3o \\u00bd \\ud83d\\ude00 a\\/b');
		const sign = (algorithm: string) =>
			createHmac(algorithm, sandbox.seed.appSecret).update(raw).digest('hex');
		expect(headers['x-hub-signature-256']).toBe(`sha256=${sign('sha256')}`);
		expect(headers['x-hub-signature']).toBe(`sha1=${sign('sha1')}`);
		expect(receiver.messages()).toMatchObject([{ text: { body: 'Pão ½ 😀 a/b' } }]);
	});

	it.each([
		[
			'missing',
			(headers: Record<string, unknown>) => expect(headers['x-hub-signature-256']).toBeUndefined(),
		],
		[
			'sha1-only',
			(headers: Record<string, unknown>) => expect(headers['x-hub-signature']).toMatch(/^sha1=/),
		],
		[
			'wrong',
			(headers: Record<string, unknown>) =>
				expect(headers['x-hub-signature-256']).toBe(`sha256=${'0'.repeat(64)}`),
		],
	] as const)('has a signature that is %s on demand', async (signature, check) => {
		const { receiver, sandbox } = await bothSides({ behavior: { webhooks: { signature } } });
		await hello({ sandbox } as Bench);
		await receiver.until((all) => all.length > 0);
		check(receiver.received[0].headers);
	});

	it.each(['other-app', 'reserialized'] as const)(
		'has a signature of %s that does not fit on demand',
		async (signature) => {
			const { receiver, sandbox } = await bothSides({ behavior: { webhooks: { signature } } });
			await hello({ sandbox } as Bench, 'é');
			await receiver.until((all) => all.length > 0);
			const [{ raw, headers }] = receiver.received;
			const right = createHmac('sha256', sandbox.seed.appSecret).update(raw).digest('hex');
			expect(headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
			expect(headers['x-hub-signature-256']).not.toBe(`sha256=${right}`);
		},
	);

	it('gathers updates that wait into batches', async () => {
		const { receiver, sandbox } = await bothSides();
		await sandbox.control.behavior({ webhooks: { paused: true } });
		const second = await sandbox.control.addNumber({ displayPhoneNumber: '+1 555-010-0199' });
		for (let i = 0; i < 25; i++) await hello({ sandbox } as Bench, `n${i}`);
		const ben = sandbox.control.customer('447700900202');
		await ben.send({ type: 'text', text: 'other number', phoneNumberId: second.id });
		expect((await sandbox.control.state()).counts.pendingDeliveries).toBe(26);
		await sandbox.control.behavior({ webhooks: { paused: false } });
		await receiver.until((all) => all.length > 0);
		expect(receiver.received).toHaveLength(1);
		const [{ entry }] = receiver.received.map(({ body }) => body);
		expect(entry).toHaveLength(1);
		expect(entry[0].changes.map(({ value }) => (value.messages as object[]).length)).toEqual([
			20, 5, 1,
		]);
		expect(receiver.messages()).toHaveLength(26);
	});

	it('never exceeds 3 MB', async () => {
		const { receiver, sandbox } = await bothSides({ behavior: { webhooks: { paused: true } } });
		for (let i = 0; i < 5; i++) await hello({ sandbox } as Bench, 'x'.repeat(1024 * 1024));
		await sandbox.control.behavior({ webhooks: { paused: false } });
		await receiver.until(() => receiver.messages().length === 5);
		expect(receiver.received.length).toBeGreaterThan(1);
		for (const { raw } of receiver.received)
			expect(raw.length).toBeLessThanOrEqual(3 * 1024 * 1024);
	});

	it('waits for a batch for the batch window', async () => {
		const { receiver, sandbox } = await bothSides({
			behavior: { webhooks: { batchWindow: 60_000 } },
		});
		for (let i = 0; i < 3; i++) await hello({ sandbox } as Bench);
		expect(receiver.received).toHaveLength(0);
		await sandbox.control.advance(60_000);
		expect(receiver.received).toHaveLength(1);
		expect(receiver.messages()).toHaveLength(3);
	});

	it('is any field and value on demand', async () => {
		const { receiver, sandbox } = await bothSides({}, 'security,messages');
		await sandbox.control.sendWebhook('security', { event: 'PIN_CHANGED', nested: [1, null, 'x'] });
		await receiver.until((all) => all.length > 0);
		expect(receiver.received[0].body).toMatchObject({
			object: 'whatsapp_business_account',
			entry: [
				{
					id: sandbox.seed.businessAccountId,
					time: expect.any(Number) as number,
					changes: [{ field: 'security', value: { event: 'PIN_CHANGED', nested: [1, null, 'x'] } }],
				},
			],
		});
	});

	it('comes several times on demand', async () => {
		const { receiver, sandbox } = await bothSides({ behavior: { webhooks: { copies: 3 } } });
		await hello({ sandbox } as Bench);
		await receiver.until((all) => all.length === 3);
		expect(new Set(receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
	});
});

describe('redelivery', () => {
	it('repeats the same bytes with growing waits for 7 days, then gives up', async () => {
		const { receiver, sandbox } = await bothSides();
		receiver.status = 500;
		await hello({ sandbox } as Bench);
		await receiver.until((all) => all.length === 1);
		await sandbox.control.advance(8 * DAY);
		const attempts = await sandbox.control.deliveries();
		expect(attempts.at(-1)).toMatchObject({ outcome: 'given-up', status: 500 });
		expect(attempts[0].at + 7 * DAY).toBeGreaterThanOrEqual(attempts.at(-1)?.at ?? Infinity);
		const waits = attempts.slice(1).map(({ at }, index) => at - attempts[index].at);
		expect(waits.length).toBeGreaterThan(10);
		for (const [index, wait] of waits.slice(1).entries()) {
			expect(wait).toBeGreaterThanOrEqual(Math.min(waits[index], 6 * 60 * 60 * 1000) - 1000);
		}
		expect(new Set(receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
	});

	it('ends with the first 200', async () => {
		const { receiver, sandbox } = await bothSides();
		receiver.status = 204;
		await hello({ sandbox } as Bench);
		await receiver.until((all) => all.length === 1);
		receiver.status = 200;
		await sandbox.control.advance(DAY);
		expect((await sandbox.control.deliveries()).map(({ outcome }) => outcome)).toEqual([
			'waiting',
			'delivered',
		]);
	});

	it('comes in another batch on demand', async () => {
		const { receiver, sandbox } = await bothSides({ behavior: { webhooks: { rebatch: true } } });
		receiver.status = 500;
		await hello({ sandbox } as Bench, 'one');
		await hello({ sandbox } as Bench, 'two');
		await receiver.until((all) => all.length === 2);
		receiver.status = 200;
		await sandbox.control.behavior({ webhooks: { paused: true } });
		await sandbox.control.advance(10_000);
		await sandbox.control.behavior({ webhooks: { paused: false } });
		await receiver.until((all) => all.length === 3);
		const [, , { body }] = receiver.received;
		expect(body.entry[0].changes[0].value.messages).toHaveLength(2);
	});

	it('comes in another batch before what is new', async () => {
		const { receiver, sandbox } = await bothSides({ behavior: { webhooks: { rebatch: true } } });
		receiver.status = 500;
		await hello({ sandbox } as Bench, 'one');
		await receiver.until((all) => all.length === 1);
		receiver.status = 200;
		await sandbox.control.behavior({ webhooks: { paused: true } });
		await hello({ sandbox } as Bench, 'new');
		await sandbox.control.advance(10_000);
		await sandbox.control.behavior({ webhooks: { paused: false } });
		await receiver.until((all) => all.length === 2);
		const [, { body }] = receiver.received;
		expect(body.entry[0].changes[0].value.messages).toMatchObject([
			{ text: { body: 'one' } },
			{ text: { body: 'new' } },
		]);
	});

	it('says why nothing was answered', async () => {
		const { receiver, sandbox } = await bothSides();
		const { callbackUrl } = (await sandbox.control.state()).apps[0].subscription ?? {};
		expect(callbackUrl).toBe(receiver.url());
		await receiver.close();
		await hello({ sandbox } as Bench);
		const delivery = await sandbox.control.waitForDelivery(() => true);
		expect(delivery).toMatchObject({ outcome: 'waiting', attempt: 1, reason: 'ECONNREFUSED' });
	});
});

describe('statuses', () => {
	it('go from sent to read, with price, callback data and identity', async () => {
		const { receiver, send, sandbox } = await bothSides();
		const answer = await send({ ...text, biz_opaque_callback_data: 'order 7' });
		const { id } = answer.data.messages[0] as { id: string };
		await sandbox.control.waitForStatus(id, 'read');
		await receiver.until(() => receiver.statuses().length === 3);
		const common = {
			id,
			timestamp: expect.stringMatching(/^\d{10}$/) as string,
			recipient_id: '15550100201',
			recipient_user_id: 'US.1000000000000000201',
			biz_opaque_callback_data: 'order 7',
		};
		const pricing = {
			billable: false,
			pricing_model: 'PMP',
			type: 'free_customer_service',
			category: 'service',
		};
		const byStatus = new Map(receiver.statuses().map((status) => [status.status, status]));
		expect(byStatus.get('sent')).toEqual({ ...common, status: 'sent', pricing });
		expect(byStatus.get('delivered')).toEqual({ ...common, status: 'delivered', pricing });
		expect(byStatus.get('read')).toEqual({ ...common, status: 'read' });
		expect(receiver.values()[0].contacts).toEqual([
			{ profile: { name: 'Ana Lima' }, wa_id: '15550100201', user_id: 'US.1000000000000000201' },
		]);
	});

	it('come newest first on demand', async () => {
		const { receiver, send } = await bothSides({
			behavior: { statuses: { outOfOrder: true }, webhooks: { concurrency: 1, maxBatch: 1 } },
		});
		await send(text);
		await receiver.until(() => receiver.statuses().length === 3);
		expect(receiver.statuses().map(({ status }) => status)).toEqual(['read', 'delivered', 'sent']);
	});

	it('stop at sent while the customer is offline, and go on when they come back', async () => {
		const { receiver, send, sandbox } = await bothSides();
		const ana = sandbox.control.customer('15550100201');
		await ana.set({ online: false });
		const { id } = (await send(text)).data.messages[0] as { id: string };
		await sandbox.control.advance(DAY);
		expect((await sandbox.control.message(id)).status).toBe('sent');
		await ana.set({ online: true });
		await sandbox.control.waitForStatus(id, 'read');
		await receiver.until(() => receiver.statuses().length === 3);
	});

	it('never come for a message whose time was over when the customer came back', async () => {
		const { send, sandbox } = await bothSides();
		const ana = sandbox.control.customer('15550100201');
		await ana.set({ online: false });
		const quick = await send({ ...text, category: 'utility', ttl_seconds: 30 });
		const slow = await send(text);
		await sandbox.control.advance(60_000);
		await ana.set({ online: true });
		await sandbox.control.waitForStatus(slow.data.messages[0].id, 'delivered');
		expect((await sandbox.control.message(quick.data.messages[0].id)).status).toBe('sent');
	});

	it('wait for the customer to read', async () => {
		const { send, sandbox } = await bothSides();
		const ana = sandbox.control.customer('15550100201');
		await ana.set({ autoRead: false });
		const { id } = (await send(text)).data.messages[0] as { id: string };
		await sandbox.control.waitForStatus(id, 'delivered');
		await sandbox.control.advance(DAY);
		expect((await sandbox.control.message(id)).status).toBe('delivered');
		expect(await ana.read()).toEqual({ read: 1 });
		expect((await sandbox.control.message(id)).status).toBe('read');
	});

	it('never say read when receipts are off, nor more than sent to who blocked the business', async () => {
		const { send, sandbox } = await bothSides();
		const ana = sandbox.control.customer('15550100201');
		await ana.set({ readReceipts: false });
		const first = (await send(text)).data.messages[0] as { id: string };
		await sandbox.control.advance(DAY);
		expect((await sandbox.control.message(first.id)).status).toBe('delivered');
		await ana.set({ blockedBusiness: true });
		await ana.sendText('Still talking');
		const second = (await send(text)).data.messages[0] as { id: string };
		await sandbox.control.advance(60_000);
		expect((await sandbox.control.message(second.id)).status).toBe('sent');
	});

	it('fail with 131026 for a number that is not on WhatsApp', async () => {
		const { receiver, send } = await bothSides({ behavior: { unknownRecipients: 'absent' } });
		await send({ ...text, to: '+15550109999' });
		await receiver.until(() => receiver.statuses().length === 1);
		expect(receiver.statuses()).toMatchObject([
			{
				status: 'failed',
				recipient_id: '15550109999',
				errors: [{ code: 131026, title: 'Message undeliverable', error_data: {} }],
			},
		]);
	});

	it('leave the number out for a customer who hides it', async () => {
		const { receiver, send, sandbox } = await bothSides();
		await sandbox.control.customer('15550100201').set({ hidesPhoneNumber: true });
		await send({ ...text, to: undefined, recipient: 'US.1000000000000000201' });
		await receiver.until(() => receiver.statuses().length === 3);
		const seen = JSON.stringify(receiver.values());
		expect(seen).not.toContain('15550100201');
		expect(receiver.statuses()[0].recipient_user_id).toBe('US.1000000000000000201');
	});

	it('charge after 1,000 free service messages in a month', async () => {
		const { receiver, send } = await bothSides({
			behavior: { limits: { throughput: null, pair: false }, statuses: { deliveredAfter: null } },
		});
		for (let sent = 0; sent < 1001; sent += 77) {
			await Promise.all(
				Array.from({ length: Math.min(77, 1001 - sent) }, async () => await send(text)),
			);
		}
		await receiver.until(() => receiver.statuses().length === 1001);
		const types = receiver.statuses().map(({ pricing }) => (pricing as { type: string }).type);
		expect(types.filter((type) => type === 'free_customer_service')).toHaveLength(1000);
		expect(types.filter((type) => type === 'regular')).toHaveLength(1);
	});

	it('carry the conversation inside a free entry point window', async () => {
		const { receiver, send, sandbox } = await bothSides();
		await sandbox.control.customer('15550100201').send({
			type: 'text',
			text: 'I saw your ad',
			referral: { source_type: 'ad', source_id: '1', ctwa_clid: 'click' },
		});
		await send(text);
		await receiver.until(() => receiver.statuses().length === 3);
		expect(receiver.statuses().find(({ status }) => status === 'sent')).toMatchObject({
			conversation: { origin: { type: 'referral_conversion' } },
			pricing: { type: 'free_entry_point', billable: false },
		});
	});
});

describe('the customer service window', () => {
	it('fails with 131047 a day after the last message, and opens with the next one', async () => {
		const { receiver, send, sandbox } = await bothSides();
		await sandbox.control.advance(DAY + 1000);
		const { id } = (await send(text)).data.messages[0] as { id: string };
		const message = await sandbox.control.waitForStatus(id, 'failed');
		expect(message.statuses.at(-1)?.errors?.[0]).toMatchObject({ code: 131047 });
		await hello({ sandbox } as Bench);
		const again = (await send(text)).data.messages[0] as { id: string };
		await sandbox.control.waitForStatus(again.id, 'delivered');
		await receiver.until(() => receiver.statuses().some(({ status }) => status === 'failed'));
	});

	it('is open for a number that was added later, and closed by the control API', async () => {
		const { graph, sandbox } = await bench();
		const { id } = await sandbox.control.addNumber({ displayPhoneNumber: '+1 555-010-0199' });
		const send = async () => {
			const answer = await graph.post(`/${id}/messages`, {
				messaging_product: 'whatsapp',
				to: '+15550100201',
				...text,
			});
			return (answer.data as { messages: Array<{ id: string }> }).messages[0].id;
		};
		await sandbox.control.waitForStatus(await send(), 'delivered');
		await sandbox.control.customer('15550100201').setWindow(false, id);
		await sandbox.control.waitForStatus(await send(), 'failed');
	});

	it('is rejected in the answer on demand', async () => {
		const { send, sandbox } = await bench({
			behavior: { window: 'enforced', closedWindow: 'sync' },
		});
		expect(rejectionOf(await send(text))).toMatchObject({ status: 400, code: 131047 });
		await sandbox.control.behavior({ window: 'open' });
		expect((await send(text)).status).toBe(200);
	});
});
