import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, run } from '../accounts/support';

const stage = withSandbox();
const customer = () => stage.control.customer(stage.sandbox.seed.customers[0].waId);
const ORDER = { configuration: 'sandbox-razorpay', referenceId: 'order-4711' };

/** Sends an order of 25.00 INR, and returns the ID of its message. */
async function order(): Promise<string> {
	await customer().sendText('One bread, please');
	const [{ messageId }] = await output(stage, 'message', 'sendOrderDetails', {
		recipient: `+${stage.sandbox.seed.customers[0].waId}`,
		body: 'Your order',
		referenceId: ORDER.referenceId,
		currency: 'INR',
		items: { item: [{ retailerId: 'SKU-1', name: 'Bread', price: 12.5, quantity: 2 }] },
		paymentSettings: JSON.stringify([
			{
				type: 'payment_gateway',
				payment_gateway: { type: 'razorpay', configuration_name: 'sandbox-razorpay' },
			},
		]),
	});
	return String(messageId);
}

const failure = async (operation: string, parameters: INodeParameters): Promise<string> => {
	const { error } = await run(stage, 'payment', operation, parameters);
	return `${error?.message} | ${error?.description}`;
};

it('returns no payment before the customer pays, then its transactions in the main unit', async () => {
	const messageId = await order();
	expect(await output(stage, 'payment', 'get', ORDER)).toEqual([]);
	await customer().pay(messageId);
	expect(await output(stage, 'payment', 'get', ORDER)).toMatchObject([
		{
			referenceId: 'order-4711',
			status: 'captured',
			currency: 'INR',
			amount: 25,
			transactions: [{ status: 'success', method: 'upi', refunds: [] }],
		},
	]);
});

it('refunds a part of a payment', async () => {
	await customer().pay(await order());
	expect(
		await output(stage, 'payment', 'refund', { ...ORDER, amount: 12.5, currency: 'inr' }),
	).toMatchObject([
		{ referenceId: 'order-4711', refundId: expect.any(String), status: 'pending', speed: 'normal' },
	]);
	await stage.control.advance(10_000);
	const [payment] = await output(stage, 'payment', 'get', ORDER);
	expect(payment.transactions).toMatchObject([{ refunds: [{ amount: 12.5, status: 'success' }] }]);
});

it('does not refund more than was paid, and says so', async () => {
	await customer().pay(await order());
	expect(await failure('refund', { ...ORDER, amount: 25.01, currency: 'INR' })).toMatch(/amount/i);
});

it('never sends a refund twice when its answer is lost', async () => {
	await customer().pay(await order());
	await stage.control.addFault({ path: '*/payments_refund', times: 1, drop: 'after' });
	expect(await failure('refund', { ...ORDER, amount: 5, currency: 'INR' })).toMatch(
		/did not answer|lost|unknown|connection/i,
	);
	const refunds = (await stage.control.requests()).filter(({ path }) =>
		path.endsWith('/payments_refund'),
	);
	expect(refunds).toHaveLength(1);
});

it('lists the payment configurations', async () => {
	expect(await output(stage, 'payment', 'getConfigurations')).toMatchObject([
		{ name: 'sandbox-razorpay', status: 'Active', provider: expect.stringMatching(/razorpay/i) },
		{ name: 'sandbox-upi', status: 'Active' },
	]);
});

it.each<[string, string, INodeParameters, RegExp]>([
	['an amount of 0', 'refund', { ...ORDER, amount: 0 }, /amount is not above 0.*Amount/],
	['a negative amount', 'refund', { ...ORDER, amount: -1 }, /not above 0.*Amount/],
	['three decimals', 'refund', { ...ORDER, amount: 1.005 }, /more than two decimals.*Amount/],
	['a currency in words', 'refund', { ...ORDER, amount: 1, currency: 'rupee' }, /not a currency/],
	['no reference', 'get', { ...ORDER, referenceId: ' ' }, /Reference ID is empty.*Reference ID/i],
	[
		'a path as the configuration',
		'get',
		{ ...ORDER, configuration: '../../me' },
		/is not valid.*Payment Configuration/,
	],
])('rejects %s before anything is sent', async (_, operation, parameters, words) => {
	expect(await failure(operation, parameters)).toMatch(words);
	expect(await stage.control.requests()).toHaveLength(0);
});
