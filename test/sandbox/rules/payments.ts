import type { RejectedRequest } from './requests';

const REFUND = {
	reference_id: 'paid-1',
	payment_config_id: 'sandbox-razorpay',
	amount: { value: 100, offset: 100, currency: 'INR' },
};
const refund = (what: string, change: object, text: RegExp): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{number}/payments_refund',
	body: { ...REFUND, ...change },
	code: 100,
	text,
});
const amount = (what: string, change: object, text: RegExp) =>
	refund(what, { amount: { ...REFUND.amount, ...change } }, text);
const lookup = (what: string, path: string): RejectedRequest => ({
	what,
	method: 'GET',
	path: `/{number}/payments/${path}`,
	code: 100,
	text: /no order with this reference_id/,
});

/** What the payments API rejects. `paid-1` is paid with 21000, `open-1` is not. */
export const rejectedPaymentRequests: RejectedRequest[] = [
	lookup('the payment of an unknown order', 'sandbox-razorpay/nothing'),
	lookup('the payment of an order in another configuration', 'sandbox-upi/paid-1'),
	{
		what: 'an unknown payment configuration',
		method: 'GET',
		path: '/{waba}/payment_configuration/nothing',
		code: 100,
		text: /no payment configuration/,
	},
	refund('a refund without an order', { reference_id: undefined }, /reference_id is required/),
	refund('a refund without a configuration', { payment_config_id: '' }, /payment_config_id is/),
	refund('a refund without an amount', { amount: undefined }, /amount is required/),
	refund('a refund of an unknown order', { reference_id: 'nothing' }, /There is no payment/),
	refund('a refund in another configuration', { payment_config_id: 'sandbox-upi' }, /no payment/),
	refund('a refund of an order that is not paid', { reference_id: 'open-1' }, /not captured/),
	refund('an unknown speed', { speed: 'fast' }, /instant, normal/),
	refund('a refund with an unknown key', { note: 'sorry' }, /Unexpected key "note"/),
	amount('a refund above the amount', { value: 21001 }, /exceeds the amount/),
	amount('a refund of 0', { value: 0 }, /positive integer/),
	amount('a refund of 12.34', { value: 12.34 }, /positive integer/),
	amount('a refund with another offset', { offset: 1000 }, /offset must be 100/),
	amount('a refund in dollars', { currency: 'USD' }, /must be INR/),
];
