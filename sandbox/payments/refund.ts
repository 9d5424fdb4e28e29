import { onlyKeys } from '../graph/checkBody';
import { invalidParameter, parameterRequired, type GraphError } from '../graph/errors';
import type { PaymentRefund, PaymentTransaction, PaymentView } from '../control/types';
import type { PhoneNumber } from '../world/directory';
import type { World } from '../world/world';
import { publishPayment } from './pay';
import { orderBy, paymentKey, payments, type Order } from './store';

/** A refund is done this many milliseconds after the answer. */
const PROCESSING = 2000;
const KEYS = ['reference_id', 'speed', 'payment_config_id', 'amount'];

type Params = Record<string, unknown>;

function invalid(details: string): GraphError {
	return invalidParameter('Invalid parameter', { details });
}

/** `POST /{number}/payments_refund`: refunds a captured payment, in parts or as a whole. */
export function refund(world: World, number: PhoneNumber, body: Params): unknown {
	onlyKeys(body, KEYS);
	const referenceId = textOf(body, 'reference_id');
	const configuration = textOf(body, 'payment_config_id');
	const { speed = 'normal' } = body;
	if (speed !== 'instant' && speed !== 'normal') {
		throw invalid('Param speed must be one of {instant, normal}.');
	}
	const { value, currency } = amountOf(body.amount);
	const order = orderBy(world, number, referenceId);
	const payment = world.use(payments).get(paymentKey(number.id, referenceId));
	if (!order || order.configuration !== configuration || !payment) {
		throw invalid('There is no payment with this reference_id and payment_config_id.');
	}
	const transaction = payment.transactions.find(({ status }) => status === 'success');
	if (!transaction)
		throw invalid('The payment is not captured. Only captured payments are refunded.');
	if (currency !== payment.currency) throw invalid(`The currency must be ${payment.currency}.`);
	const left = payment.total_amount.value - refunded(transaction);
	if (value > left) {
		throw invalid(`The refund amount ${value} exceeds the amount that can be refunded: ${left}.`);
	}
	return start(world, order, payment, transaction, { value, speed });
}

function start(
	world: World,
	order: Order,
	payment: PaymentView,
	transaction: PaymentTransaction,
	{ value, speed }: { value: number; speed: string },
): unknown {
	const now = world.clock.seconds();
	const entry: PaymentRefund = {
		id: `rfnd_${world.ids.object(9)}`,
		amount: { value, offset: 100 },
		speed_processed: speed,
		status: 'pending',
		created_timestamp: now,
		updated_timestamp: now,
	};
	transaction.refunds = [...(transaction.refunds ?? []), entry];
	world.clock.after(PROCESSING, () => {
		entry.status = 'success';
		entry.updated_timestamp = world.clock.seconds();
		publishPayment(world, order, payment, transaction);
	});
	return { id: entry.id, status: entry.status, speed_processed: speed };
}

function refunded({ refunds = [] }: PaymentTransaction): number {
	return refunds
		.filter(({ status }) => status !== 'failed')
		.reduce((sum, { amount }) => sum + amount.value, 0);
}

function textOf(body: Params, name: string): string {
	const value = body[name];
	if (value === undefined || value === '') throw parameterRequired(name);
	if (typeof value !== 'string') throw invalid(`Param ${name} must be a string.`);
	return value;
}

/** Meta's page writes value and offset as strings; numbers are accepted, too. */
function amountOf(amount: unknown): { value: number; currency: string } {
	if (amount === undefined) throw parameterRequired('amount');
	const { value, offset, currency, ...rest } = (amount ?? {}) as Params;
	if (typeof amount !== 'object' || Object.keys(rest).length > 0) {
		throw invalid('Param amount must have value, offset, and currency.');
	}
	if (!/^[1-9]\d*$/.test(String(value))) throw invalid('The value must be a positive integer.');
	if (String(offset) !== '100') throw invalid('The offset must be 100.');
	if (currency !== 'INR') throw invalid('The currency must be INR.');
	return { value: Number(value), currency };
}
