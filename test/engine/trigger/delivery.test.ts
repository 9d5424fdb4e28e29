import fc from 'fast-check';
import { withSandbox } from '../../support/withSandbox';
import { signatureOf } from '../../../cloud-api/webhooks/signature';
import {
	activated,
	ANA,
	delivery,
	endAll,
	eventually,
	post,
	received,
	textDelivery,
	TRIGGER,
} from './support';

describe('a delivery', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(endAll);

	const url = async (parameters = {}) => (await activated(stage, parameters)).url();
	const report = { options: { rejectedDeliveries: 'log' } };
	const anotherSecret = 'another secret';

	it('that is forged, unsigned, or serialized again is rejected with 401 and starts nothing', async () => {
		const callback = await url(report);
		const body = textDelivery(stage, 'Grüße ❤️').replace('ü', '\\u00fc');
		const valid = signatureOf(body, stage.sandbox.seed.appSecret);
		const headers: Array<string | undefined> = [
			undefined,
			'',
			`sha1=${'a'.repeat(40)}`,
			valid.toUpperCase().replace('SHA256', 'sha256'),
			valid.slice(0, -1),
			`${valid}0`,
			signatureOf(body, anotherSecret),
			signatureOf(JSON.stringify(JSON.parse(body)), stage.sandbox.seed.appSecret),
		];
		for (const header of headers) {
			const answer = await post(stage, callback, body, { 'x-hub-signature-256': header });
			expect(answer.status).toBe(401);
			expect(answer.text).not.toContain(stage.sandbox.seed.appSecret);
		}
		expect(stage.engine.executions.all).toEqual([]);
		expect((await post(stage, callback, body)).status).toBe(200);
		expect(await received(stage, 1)).toMatchObject([[{ text: 'Grüße ❤️' }]]);
	});

	it.each(['missing', 'wrong', 'other-app', 'sha1-only', 'reserialized'] as const)(
		'with a wrong signature (%s) is rejected, and accepted when Meta redelivers it correctly',
		async (signature) => {
			await url(report);
			await stage.control.behavior({ webhooks: { signature } });
			await stage.control.customer(ANA).sendText('Olá ❤️');
			const rejected = await stage.control.waitForDelivery(({ outcome }) => outcome === 'waiting');
			expect(rejected.status).toBe(401);
			await stage.control.behavior({ webhooks: { signature: 'valid' } });
			await stage.control.advance(3600_000);
			expect(await received(stage, 1)).toMatchObject([[{ text: 'Olá ❤️' }]]);
		},
	);

	it('is accepted with the previous app secret', async () => {
		const callback = await url();
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			previousAppSecret: anotherSecret,
		});
		const body = textDelivery(stage, 'old');
		const header = { 'x-hub-signature-256': signatureOf(body, anotherSecret) };
		expect((await post(stage, callback, body, header)).status).toBe(200);
		await received(stage, 1);
	});

	it.each([
		['nothing', '', 400],
		['text that is not JSON', 'hello', 400],
		['another object', '{"object":"page","entry":[]}', 400],
		['a list', '[]', 400],
		['endless nesting', '['.repeat(50_000), 400],
		['no entries', '{"object":"whatsapp_business_account"}', 200],
		['statuses only', delivery({ statuses: [{ id: 'wamid.A', status: 'sent' }] }, '1'), 200],
		['errors only', delivery({ errors: [{ code: 1 }] }, '1'), 200],
	])('with %s does not crash and starts nothing', async (_, body, status) => {
		const callback = await url(report);
		// As text: JSON that n8n itself cannot parse never reaches a node.
		const answer = await post(stage, callback, body, { 'content-type': 'text/plain' });
		expect(answer.status).toBe(status);
		expect(stage.engine.executions.all).toEqual([]);
	});

	it('that is rejected adds one execution with the reason and the fix, and no other node runs', async () => {
		const callback = await url({ events: ['message'] });
		const unsigned = { 'x-hub-signature-256': undefined };
		for (let i = 0; i < 3; i++) await post(stage, callback, textDelivery(stage, 'x'), unsigned);
		const [result] = await stage.engine.executions.wait(1);
		expect(stage.engine.executions.all).toHaveLength(1);
		expect(result.json(TRIGGER, 0)).toEqual([]);
		expect(result.json(TRIGGER, 1)).toMatchObject([
			{
				event: 'rejected_delivery',
				httpStatus: 401,
				reason: expect.stringContaining('not signed'),
				fix: expect.any(String),
			},
		]);
	});

	it('that is rejected for another reason adds another execution', async () => {
		const callback = (await activated(stage, {}, 'rejecting')).url();
		await post(stage, callback, textDelivery(stage, 'x'), { 'x-hub-signature-256': undefined });
		await post(stage, callback, '{"object":"page","entry":[]}');
		const results = await stage.engine.executions.wait(2);
		expect(results.map((result) => result.json(TRIGGER, 1)[0].httpStatus)).toEqual([401, 400]);
	});

	it('is rejected with the reason when the credential has no app secret', async () => {
		// The secret of a trigger is known for half a minute.
		const callback = (await activated(stage, report, 'without-secret')).url();
		await stage.engine.credentials.set('whatsAppCloudApi', {
			...(await stage.engine.credentials.get('whatsAppCloudApi')),
			appSecret: '',
		});
		const answer = await post(stage, callback, textDelivery(stage, 'x'));
		expect(answer.status).toBe(401);
		expect(answer.text).toContain('no App Secret');
	});

	it('larger than any of Meta’s is rejected', async () => {
		const callback = await url(report);
		const answer = await post(stage, callback, textDelivery(stage, 'x'.repeat(4 * 1024 * 1024)));
		expect(answer.status).toBe(413);
		expect(stage.engine.executions.all).toEqual([]);
	});

	it('of any content never crashes the trigger, and never starts it unless signed', async () => {
		const callback = await url(report);
		const { seed } = stage.sandbox;
		const content = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc.jsonValue().map((value) => delivery(value, seed.businessAccountId)),
			fc
				.jsonValue()
				.map((value) => delivery({ messages: [value], statuses: [value] }, seed.businessAccountId)),
		);
		const forged = fc.oneof(
			fc.constantFrom(undefined, '', 'sha256=', `sha1=${'0'.repeat(40)}`),
			fc
				.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
				.map((digits) => `sha256=${digits}`),
			fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
		);
		const plain = { 'content-type': 'text/plain' };
		await fc.assert(
			fc.asyncProperty(content, forged, async (body, header) => {
				const unsigned = await post(stage, callback, body, {
					...plain,
					'x-hub-signature-256': header,
				});
				expect(unsigned.status).toBe(401);
				// A lone half of a surrogate pair leaves as another character than it was signed as.
				const sent = Buffer.from(body).toString();
				expect([200, 400]).toContain((await post(stage, callback, sent, plain)).status);
			}),
			{ numRuns: 150 },
		);
		// Only a message may have started it, and then the whole of it arrived.
		const started = await stage.engine.executions.wait(stage.engine.executions.all.length);
		for (const result of started) expect(result.error).toBeUndefined();
	}, 60_000);

	it('of 1,000 events in 3 MB becomes 1,000 items', async () => {
		const callback = await url();
		const texts = Array.from({ length: 1000 }, (_, i) => `${i} ${'x'.repeat(2700)}`);
		expect((await post(stage, callback, textDelivery(stage, ...texts))).status).toBe(200);
		const [items] = await received(stage, 1);
		expect(items).toHaveLength(1000);
	});

	it('that is redelivered, even in other batches, starts nothing twice', async () => {
		const callback = await url();
		const texts = Array.from({ length: 1000 }, (_, i) => `text ${i}`);
		const whole = JSON.parse(textDelivery(stage, ...texts)) as {
			entry: Array<{ id: string; changes: Array<{ value: { messages: unknown[] } }> }>;
		};
		const { value } = whole.entry[0].changes[0];
		const batch = (from: number, to: number) =>
			delivery({ ...value, messages: value.messages.slice(from, to) }, whole.entry[0].id);
		const sizes = [100, 70, 33];
		for (const size of sizes) {
			const bodies = Array.from({ length: Math.ceil(1000 / size) }, (_, i) =>
				batch(i * size, (i + 1) * size),
			);
			await Promise.all(
				bodies.map(async (body) => expect((await post(stage, callback, body)).status).toBe(200)),
			);
		}
		// The first round's ten batches, and nothing of the other two rounds.
		const items = (await received(stage, 10)).flat();
		expect(stage.engine.executions.all).toHaveLength(10);
		expect(items.map(({ text }) => text).sort()).toEqual([...texts].sort());
	});

	it('that is redelivered after a restart of n8n is dropped', async () => {
		const trigger = await activated(stage);
		const body = textDelivery(stage, 'once');
		await post(stage, trigger.url(), body);
		await received(stage, 1);
		expect(trigger.staticData).toMatchObject({
			[`node:${TRIGGER}`]: { handledEvents: { messages: expect.stringMatching(/^[\w-]{11,}$/) } },
		});
	});

	it('among 1,000 at the same time is answered, and none is lost', async () => {
		const callback = await url();
		const bodies = Array.from({ length: 1000 }, (_, i) => textDelivery(stage, `message ${i}`));
		const answers = await Promise.all(
			bodies.map(async (body) => await post(stage, callback, body)),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		const texts = (await stage.engine.executions.wait(1000, 60_000)).flatMap((result) =>
			result.json(TRIGGER),
		);
		expect(new Set(texts.map(({ text }) => text)).size).toBe(1000);
		expect(texts).toHaveLength(1000);
	}, 60_000);

	it('of another number or account than the trigger’s starts nothing', async () => {
		const callback = await url();
		const other = textDelivery(stage, 'x').replace(
			stage.sandbox.seed.phoneNumberId,
			'499999999999999',
		);
		expect((await post(stage, callback, other)).status).toBe(200);
		expect(stage.engine.executions.all).toEqual([]);
	});

	it('of another account starts nothing for the trigger of an account, but does for that of the app', async () => {
		const other = textDelivery(stage, 'x').replace(
			stage.sandbox.seed.businessAccountId,
			'299999999999999',
		);
		const ofAccount = await activated(stage, { registerFor: 'businessAccount' }, 'account');
		expect((await post(stage, ofAccount.url(), other)).status).toBe(200);
		expect(stage.engine.executions.all).toEqual([]);
		const ofApp = await activated(stage, { registerFor: 'app' }, 'app');
		expect((await post(stage, ofApp.url(), other)).status).toBe(200);
		expect(await received(stage, 1)).toMatchObject([[{ text: 'x' }]]);
	});

	it('is split by event if configured', async () => {
		const callback = await url({ events: ['status', 'message'], outputMode: 'separate' });
		const { seed } = stage.sandbox;
		const both = JSON.parse(textDelivery(stage, 'Hello')) as {
			entry: Array<{ changes: Array<{ value: object }> }>;
		};
		Object.assign(both.entry[0].changes[0].value, {
			statuses: [{ id: 'wamid.S', status: 'read', timestamp: '1749416383', recipient_id: ANA }],
		});
		await post(stage, callback, JSON.stringify(both));
		const [result] = await stage.engine.executions.wait(1);
		expect(result.json(TRIGGER, 0)).toMatchObject([{ event: 'status', status: 'read' }]);
		expect(result.json(TRIGGER, 1)).toMatchObject([
			{ event: 'message', phoneNumberId: seed.phoneNumberId },
		]);
	});

	it('of the dashboard’s Test button starts an execution at every click, whatever the filters', async () => {
		const callback = await url({ filters: { maxAgeMinutes: 10, senders: '+49 151 12345678' } });
		const sample = delivery(
			{
				messaging_product: 'whatsapp',
				metadata: { display_phone_number: '16505551111', phone_number_id: '123456123' },
				contacts: [{ profile: { name: 'test user name' }, wa_id: '16315551181' }],
				messages: [
					{
						from: '16315551181',
						id: 'ABGGFlA5Fpa',
						timestamp: '1504902988',
						type: 'text',
						text: { body: 'this is a text message' },
					},
				],
			},
			'0',
		);
		for (let click = 0; click < 2; click++)
			expect((await post(stage, callback, sample)).status).toBe(200);
		expect(await received(stage, 2)).toMatchObject([
			[{ text: 'this is a text message', isTestEvent: true }],
			[{ text: 'this is a text message', isTestEvent: true }],
		]);
	});

	it('gives an AI Agent and its memory what they read', async () => {
		const callback = await url();
		await post(stage, callback, textDelivery(stage, 'Hello, agent'));
		const [[item]] = await received(stage, 1);
		expect(item).toMatchObject({
			chatInput: 'Hello, agent',
			sessionId: 'US.1000000000000000201',
			raw: { messages: [{ text: { body: 'Hello, agent' } }] },
		});
	});

	it('has no raw data if configured', async () => {
		const callback = await url({ options: { includeRaw: false } });
		await post(stage, callback, textDelivery(stage, 'Without raw'));
		const [[item]] = await received(stage, 1);
		expect(item.text).toBe('Without raw');
		expect(item).not.toHaveProperty('raw');
	});

	it('with unknown lists is not lost', async () => {
		const callback = await url();
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const value = { metadata: { phone_number_id: phoneNumberId }, holograms: [{ id: 'h1' }] };
		await post(stage, callback, delivery(value, businessAccountId));
		expect(await received(stage, 1)).toMatchObject([
			[{ event: 'messages', raw: { holograms: [{ id: 'h1' }] } }],
		]);
	});

	it('of a payment, its second attempt, and its refund starts three executions; redelivered, none', async () => {
		const callback = await url({ events: ['status'] });
		const { phoneNumberId, businessAccountId } = stage.sandbox.seed;
		const paid = (status: string, transaction: object) =>
			delivery(
				{
					metadata: { phone_number_id: phoneNumberId },
					statuses: [
						{
							id: 'wamid.P',
							status,
							type: 'payment',
							recipient_id: ANA,
							payment: { reference_id: 'r', transaction },
						},
					],
				},
				businessAccountId,
			);
		const bodies = [
			paid('failed', { id: 'one', status: 'failed' }),
			paid('failed', { id: 'two', status: 'failed' }),
			paid('captured', { id: 'three', status: 'success', refunds: [{ id: 'refund' }] }),
		];
		for (const body of [...bodies, ...bodies])
			expect((await post(stage, callback, body)).status).toBe(200);
		const items = (await received(stage, 3)).flat();
		expect(
			items.map(({ payment }) => (payment as { transactionId: string }).transactionId),
		).toEqual(['one', 'two', 'three']);
		expect(stage.engine.executions.all).toHaveLength(3);
	});

	it('without a phone number starts the trigger of a number only when it is of its account', async () => {
		const events = ['account_settings_update'];
		const callback = await url({ events });
		const { businessAccountId } = stage.sandbox.seed;
		const value = { type: 'phone_number_settings' };
		await post(stage, callback, delivery(value, '299999999999999', events[0]));
		expect(stage.engine.executions.all).toEqual([]);
		await post(stage, callback, delivery(value, businessAccountId, events[0]));
		expect(await received(stage, 1)).toMatchObject([[{ event: 'account_settings_update' }]]);
	});

	it('passes the filters', async () => {
		const conditions = [
			{ field: 'text', operation: 'regex', value: '^(order|pedido)\\s+#?\\d+$' },
			{ field: 'buttonId', operation: 'equals', value: 'yes' },
		];
		const callback = await url({
			filters: { text: { conditions }, senders: '+1 (555) 010-0201', groups: 'exclude' },
		});
		for (const text of ['hello', 'ORDER 66', `order ${'a'.repeat(4000)}`, 'Pedido #7'])
			await post(stage, callback, textDelivery(stage, text));
		const stranger = textDelivery(stage, 'order 1')
			.replaceAll(ANA, '4915112345678')
			.replaceAll('US.1000000000000000201', 'DE.1');
		await post(stage, callback, stranger);
		const items = (await received(stage, 2)).flat();
		expect(items.map(({ text }) => text)).toEqual(['ORDER 66', 'Pedido #7']);
		expect(stage.engine.executions.all).toHaveLength(2);
	});

	it('downloads the files, or contains the reason why not', async () => {
		const callback = await url({ downloadMedia: true });
		const png = Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64',
		);
		const media = { data: png.toString('base64'), mimeType: 'image/png' };
		await stage.control.customer(ANA).send({ type: 'image', media });
		const [result] = await stage.engine.executions.wait(1);
		const [item] = result.items(TRIGGER);
		expect(item.json).toMatchObject({ type: 'image', mimeType: 'image/png' });
		expect(item.json.mediaError).toBeUndefined();
		expect((await result.binary(item)).equals(png)).toBe(true);

		const lost = textDelivery(stage, 'x').replace(
			'"type":"text","text":{"body":"x"}',
			'"type":"image","image":{"id":"1","mime_type":"image/png"}',
		);
		await post(stage, callback, lost);
		const [, second] = await stage.engine.executions.wait(2);
		expect(second.items(TRIGGER)[0].binary).toBeUndefined();
		expect(second.json(TRIGGER)[0]).toMatchObject({ mediaId: '1', mediaError: expect.any(String) });
	});

	it('shows blue check marks and “typing…” at once if configured', async () => {
		await url({ options: { markAsRead: 'typing' } });
		await stage.control.customer(ANA).sendText('Hello');
		await received(stage, 1);
		await eventually(async () => {
			const requests = await stage.control.requests();
			expect(
				requests.find(({ body }) => JSON.stringify(body ?? null).includes('typing_indicator')),
			).toBeDefined();
		});
	});
});
