import { interactive, body, order, accepted, rejected } from './rules/messages';
import { bench, closeAll, rejectionOf } from './support';

afterEach(closeAll);

const quick = { limits: { throughput: null, pair: false } };

describe('message types', () => {
	it.each(accepted)('accepts %s', async (_name, content) => {
		const { send, sandbox } = await bench({ behavior: quick });
		const answer = await send(content);
		expect(answer.data).toMatchObject({
			messaging_product: 'whatsapp',
			contacts: [{ input: '+15550100201', wa_id: '15550100201' }],
			messages: [{ id: expect.stringMatching(/^wamid\.HBgL/) as string }],
		});
		expect(await sandbox.control.messages()).toHaveLength(1);
	});

	it.each(rejected)('rejects %s with %i', async (_name, code, text, content) => {
		const { send, sandbox } = await bench({ behavior: quick });
		const rejection = rejectionOf(await send(content));
		expect(rejection).toMatchObject({ code });
		expect(rejection.text).toContain(text);
		expect(await sandbox.control.messages()).toHaveLength(0);
	});

	it('takes an address message between an Indian business and an Indian customer', async () => {
		const { send } = await bench({
			behavior: quick,
			seed: { displayPhoneNumber: '+91 99999 00100' },
		});
		const content = interactive({
			type: 'address_message',
			body,
			action: {
				name: 'address_message',
				parameters: {
					country: 'IN',
					values: { city: 'Pune' },
					validation_errors: { in_pin_code: 'No' },
				},
			},
		});
		expect((await send({ ...content, to: '+919999900203' })).status).toBe(200);
	});

	it('walks an order to its end and not beyond', async () => {
		const { send } = await bench({ behavior: quick });
		const status = (state: string) =>
			interactive({
				type: 'order_status',
				body,
				action: {
					name: 'review_order',
					parameters: { reference_id: 'order-1', order: { status: state } },
				},
			});
		expect((await send(order('order-1'))).status).toBe(200);
		expect(rejectionOf(await send(order('order-1'))).text).toContain('used for another order');
		expect((await send(status('shipped'))).status).toBe(200);
		expect((await send(status('completed'))).status).toBe(200);
		expect(rejectionOf(await send(status('processing')))).toMatchObject({
			status: 500,
			code: 131000,
		});
	});

	it('asks for call permission once in 24 hours and twice in 7 days', async () => {
		const { send, sandbox } = await bench({ behavior: { ...quick, window: 'open' } });
		const request = interactive({
			type: 'call_permission_request',
			body,
			action: { name: 'call_permission_request' },
		});
		const day = 24 * 60 * 60 * 1000 + 1000;
		expect((await send(request)).status).toBe(200);
		expect(rejectionOf(await send(request))).toMatchObject({ code: 138009 });
		await sandbox.control.advance(day);
		expect((await send(request)).status).toBe(200);
		await sandbox.control.advance(day);
		expect(rejectionOf(await send(request))).toMatchObject({ code: 138009 });
		await sandbox.control.advance(6 * day);
		expect((await send(request)).status).toBe(200);
	});

	it('rejects calling messages when calling is off', async () => {
		const { send } = await bench({ behavior: { ...quick, calling: false } });
		const answer = await send(
			interactive({ type: 'voice_call', body, action: { name: 'voice_call' } }),
		);
		expect(rejectionOf(answer)).toMatchObject({ code: 138000 });
	});
});

describe('reactions', () => {
	it('puts one emoji on a message, replaces it, takes it back', async () => {
		const { send, sandbox } = await bench({ behavior: quick });
		const { id } = await sandbox.control.customer('15550100201').sendText('Hello');
		const react = async (emoji: string) =>
			await send({ type: 'reaction', reaction: { message_id: id, emoji } });
		for (const emoji of ['👍', '👩🏽‍🍳', '🇧🇷']) {
			expect((await react(emoji)).status).toBe(200);
			expect((await sandbox.control.message(id)).reactions).toEqual([{ from: 'business', emoji }]);
		}
		await react('');
		expect((await sandbox.control.message(id)).reactions).toEqual([]);
	});

	it('is rejected on a reaction, on a message of 31 days ago, and as a reply', async () => {
		const { send, sandbox } = await bench({ behavior: { ...quick, window: 'open' } });
		const customer = sandbox.control.customer('15550100201');
		const { id } = await customer.sendText('Hello');
		const own = await send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
		const onReaction = await send({
			type: 'reaction',
			reaction: { message_id: own.data.messages[0].id, emoji: '👍' },
		});
		expect(rejectionOf(onReaction)).toMatchObject({ code: 131009 });
		const asReply = await send({
			type: 'reaction',
			reaction: { message_id: id, emoji: '👍' },
			context: { message_id: id },
		});
		expect(rejectionOf(asReply)).toMatchObject({ code: 100 });
		await sandbox.control.advance(31 * 24 * 60 * 60 * 1000);
		const late = await send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
		expect(rejectionOf(late)).toMatchObject({ code: 131009 });
	});

	it('gets no more than the status sent, and is free', async () => {
		const { send, sandbox } = await bench({ behavior: quick });
		const { id } = await sandbox.control.customer('15550100201').sendText('Hello');
		const sent = await send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
		await sandbox.control.advance(60_000);
		const message = await sandbox.control.message(sent.data.messages[0].id);
		expect(message.statuses.map(({ status }) => status)).toEqual(['sent']);
	});
});
