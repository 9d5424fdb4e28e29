import { bench, client, closeAll, Receiver, rejectionOf, subscribe } from './support';
import { rejectedPaymentRequests } from './rules/payments';
import { filled } from './rules/requests';

afterEach(closeAll);

const ANA = '15550100201';

/** An order of 210.00 INR. */
const order = (reference: string) => ({
	type: 'interactive',
	interactive: {
		type: 'order_details',
		body: { text: 'Your order' },
		action: {
			name: 'review_and_pay',
			parameters: {
				reference_id: reference,
				type: 'digital-goods',
				payment_settings: [
					{
						type: 'payment_gateway',
						payment_gateway: {
							type: 'razorpay',
							configuration_name: 'sandbox-razorpay',
							razorpay: { receipt: 'R-7', notes: { channel: 'chat' } },
						},
					},
				],
				currency: 'INR',
				total_amount: { value: 21000, offset: 100 },
				order: {
					status: 'pending',
					items: [{ name: 'Cake', amount: { value: 20000, offset: 100 }, quantity: 1 }],
					subtotal: { value: 20000, offset: 100 },
					tax: { value: 1000, offset: 100 },
				},
			},
		},
	},
});

/** A shop with a sent order, and an app that listens. */
async function shop() {
	const on = await bench();
	const { control, seed } = on.sandbox;
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url());
	const number = `/${seed.phoneNumberId}`;
	return {
		...on,
		control,
		number,
		receiver,
		ana: control.customer(ANA),
		async order(reference: string): Promise<string> {
			const { data } = await on.send(order(reference));
			return data.messages[0].id as string;
		},
		async lookup(reference: string) {
			return (await on.graph.get(`${number}/payments/sandbox-razorpay/${reference}`)).data;
		},
		async refund(reference: string, value: unknown, change: object = {}) {
			return await on.graph.post(`${number}/payments_refund`, {
				reference_id: reference,
				payment_config_id: 'sandbox-razorpay',
				amount: { value, offset: '100', currency: 'INR' },
				...change,
			});
		},
		/** The payment statuses that have come. */
		async statuses() {
			await control.advance(3000);
			return receiver.statuses().filter(({ type }) => type === 'payment');
		},
	};
}

describe('a payment', () => {
	it('does not exist before the customer starts it', async () => {
		const on = await shop();
		await on.order('order-7');
		expect(await on.lookup('order-7')).toEqual({ payments: [] });
	});

	it('fails, starts, and is captured; webhook and lookup agree', async () => {
		const on = await shop();
		const messageId = await on.order('order-7');
		await on.ana.pay(messageId, { outcome: 'failed', reason: 'No money' });
		await on.ana.pay(messageId, { outcome: 'pending' });
		expect((await on.lookup('order-7')).payments[0].status).toBe('pending');
		await on.ana.pay(messageId, { method: 'card' });
		await expect(on.ana.pay(messageId)).rejects.toThrow(/paid already/);
		const transaction = { type: 'razorpay', created_timestamp: expect.any(Number) };
		expect(await on.lookup('order-7')).toMatchObject({
			payments: [
				{
					reference_id: 'order-7',
					status: 'captured',
					currency: 'INR',
					total_amount: { value: 21000, offset: 100 },
					receipt: 'R-7',
					notes: { channel: 'chat' },
					transactions: [
						{ ...transaction, status: 'failed', error: { reason: 'No money' } },
						{ ...transaction, status: 'success', method: { type: 'card' } },
					],
				},
			],
		});
		expect(await on.statuses()).toMatchObject([
			{ id: messageId, status: 'pending', payment: { transaction: { status: 'failed' } } },
			{ id: messageId, status: 'pending', payment: { transaction: { status: 'pending' } } },
			{
				id: messageId,
				recipient_id: ANA,
				status: 'captured',
				payment: {
					reference_id: 'order-7',
					amount: { value: 21000, offset: 100 },
					currency: 'INR',
					receipt: 'R-7',
					transaction: { status: 'success' },
				},
			},
		]);
	});

	it('is refunded in parts, never above the amount', async () => {
		const on = await shop();
		await on.ana.pay(await on.order('order-7'));
		const first = await on.refund('order-7', '1000', { speed: 'instant' });
		expect(first.data).toEqual({
			id: expect.stringMatching(/^rfnd_/),
			status: 'pending',
			speed_processed: 'instant',
		});
		expect((await on.refund('order-7', 20000)).status).toBe(200);
		expect(rejectionOf(await on.refund('order-7', 1)).text).toMatch(/can be refunded: 0/);
		const statuses = await on.statuses();
		expect(statuses[statuses.length - 1]).toMatchObject({
			status: 'captured',
			payment: {
				transaction: {
					refunds: [
						{ id: first.data.id, amount: { value: 1000, offset: 100 }, status: 'success' },
						{ amount: { value: 20000 }, speed_processed: 'normal', status: 'success' },
					],
				},
			},
		});
		expect((await on.lookup('order-7')).payments[0].transactions[0].refunds).toHaveLength(2);
	});

	it('belongs to an order', async () => {
		const on = await shop();
		const sent = await on.send({ text: { body: 'Hi' } });
		await expect(on.ana.pay(sent.data.messages[0].id)).rejects.toThrow(/no order details/);
	});

	it('needs the permission for messaging', async () => {
		const on = await shop();
		const { token } = await on.control.addToken({ scopes: ['whatsapp_business_management'] });
		const graph = client(on.sandbox, token);
		expect((await graph.get(`${on.number}/payments/a/b`)).status).toBe(403);
	});
});

it('warns about an order without a catalog that misses what Meta requires', async () => {
	const { send, sandbox } = await bench();
	const warningsOf = async (change: object, beside: object = {}) => {
		const body = order(`order-${Math.random().toString(36).slice(2)}`);
		const { parameters } = body.interactive.action;
		Object.assign(parameters.order.items[0], change);
		Object.assign(parameters, beside);
		expect((await send(body)).status).toBe(200);
		return (await sandbox.control.requests()).at(-1)?.warnings;
	};
	const imported = {
		country_of_origin: 'India',
		importer_name: 'Example Imports',
		importer_address: { address_line1: '1 Street', city: 'Delhi', country_code: 'IN' },
	};
	expect(await warningsOf({})).toEqual([expect.stringContaining('country_of_origin')]);
	expect(await warningsOf(imported)).toBeUndefined();
});

it('lists payment configurations, and reads one', async () => {
	const { graph, sandbox } = await bench();
	const waba = `/${sandbox.seed.businessAccountId}`;
	const { data } = (await graph.get(`${waba}/payment_configurations`)).data;
	expect(data).toMatchObject([
		{
			payment_configurations: [
				{ configuration_name: 'sandbox-razorpay', provider_name: 'RazorPay', status: 'Active' },
				{ configuration_name: 'sandbox-upi', merchant_vpa: 'bakery@sandbox' },
			],
		},
	]);
	const one = await graph.get(`${waba}/payment_configuration/sandbox-upi`);
	expect(one.data.data).toMatchObject([{ configuration_name: 'sandbox-upi' }]);
});

it.each(rejectedPaymentRequests.map((rule) => [rule.what, rule] as const))(
	'rejects %s',
	async (_what, { method, path, body, code, text }) => {
		const on = await shop();
		await on.ana.pay(await on.order('paid-1'));
		await on.ana.pay(await on.order('open-1'), { outcome: 'pending' });
		const { phoneNumberId, businessAccountId } = on.sandbox.seed;
		const url = filled(path, { number: phoneNumberId, waba: businessAccountId });
		const answer = await on.graph.request({ method, url, data: body });
		expect(rejectionOf(answer)).toMatchObject({ status: 400, code });
		expect(rejectionOf(answer).text).toMatch(text);
	},
);
