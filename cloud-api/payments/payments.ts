import { InvalidInputError } from '../errors/cloudApiError';
import { listIn, type GraphApi, type Json } from '../graph';
import { graphId } from '../graphId';
import { fromMeta, inMeta, smallestUnits } from '../messages/money';
import { shortened } from '../values/reading';
import { isoTime, record, records, text } from '../webhooks/read';

export interface Refund {
	refundId?: string;
	status?: string;
	speed?: string;
	/** In the currency's main unit. */
	amount?: unknown;
	createdAt?: string;
}

export interface Transaction {
	transactionId?: string;
	/** ID at the payment gateway. */
	gatewayTransactionId?: string;
	type?: string;
	status?: string;
	/** E.g. `upi`. */
	method?: string;
	errorCode?: string;
	errorReason?: string;
	refunds: Refund[];
}

export interface Payment {
	referenceId?: string;
	/** E.g. `captured`, `pending`, or `failed`. */
	status?: string;
	currency?: string;
	/** In the currency's main unit, e.g. 129.9. */
	amount?: unknown;
	transactions: Transaction[];
	raw: Json;
}

/**
 * The payments of an order. Meta recommends to ask before goods are shipped, and not to rely on the webhook
 * alone.
 *
 * @param configuration name of the payment configuration, as in the order
 * @param referenceId the order's reference ID
 * @throws UnexpectedAnswerError when the answer contains no list, which does not mean that nothing was paid
 */
export async function getPayments(
	graph: GraphApi,
	phoneNumberId: string,
	configuration: string,
	referenceId: string,
): Promise<Payment[]> {
	const path = [
		graphId(phoneNumberId, 'sender', 'The phone number ID'),
		'payments',
		segment(configuration, 'configuration', 'The payment configuration', 60),
		segment(referenceId, 'referenceId', 'The reference ID', 60),
	];
	const answer = await graph.get(path.join('/'));
	return listIn(answer, answer.payments, 'payments').map((payment) => ({
		referenceId: text(payment.reference_id),
		status: text(payment.status),
		currency: text(payment.currency),
		amount: fromMeta(payment.total_amount ?? payment.amount),
		transactions: records(payment.transactions).map(transaction),
		raw: payment,
	}));
}

function transaction(value: Json): Transaction {
	const error = record(value.error);
	return {
		transactionId: text(value.id),
		gatewayTransactionId: text(value.pg_transaction_id),
		type: text(value.type),
		status: text(value.status),
		method: text(record(value.method).type) ?? text(value.method),
		errorCode: text(error.code),
		errorReason: text(error.reason) ?? text(error.message),
		refunds: records(value.refunds).map(refundOf),
	};
}

function refundOf(value: Json): Refund {
	return {
		refundId: text(value.id),
		status: text(value.status),
		speed: text(value.speed_processed) ?? text(value.speed),
		amount: fromMeta(value.amount),
		createdAt: isoTime(value.created_timestamp),
	};
}

export interface RefundRequest {
	configuration: string;
	referenceId: string;
	/** In the currency's main unit, e.g. 129.9. */
	amount: number;
	/** ISO 4217, e.g. `INR`. */
	currency: string;
	/** `instant` is faster where the bank supports it. */
	speed: 'normal' | 'instant';
}

/**
 * Refunds a payment as a whole or in part. Not sent twice: when no answer comes, ask with {@link getPayments}.
 *
 * @throws InvalidInputError for an amount that is not above 0 or has more than two decimals; GraphError when
 * the amount exceeds what was paid
 */
export async function refundPayment(
	graph: GraphApi,
	phoneNumberId: string,
	{ configuration, referenceId, amount, currency, speed }: RefundRequest,
): Promise<Refund & { raw: Json }> {
	const units = amount * 100;
	if (!(amount > 0)) {
		reject('amount', 'The amount is not above 0', 'Enter the amount to refund, e.g. 129.90.');
	}
	if (Math.abs(units - Math.round(units)) > 1e-6 * Math.max(1, amount)) {
		reject('amount', `The amount ${amount} has more than two decimals`, 'Round the amount.');
	}
	const code = currency.trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(code)) {
		reject(
			'currency',
			code === '' ? 'The currency is empty' : `"${shortened(code)}" is not a currency code`,
			'Enter the three letters of ISO 4217, e.g. INR.',
		);
	}
	const raw = await graph.post(
		`${graphId(phoneNumberId, 'sender', 'The phone number ID')}/payments_refund`,
		{
			reference_id: required(referenceId, 'referenceId', 'The reference ID'),
			speed,
			payment_config_id: required(configuration, 'configuration', 'The payment configuration'),
			amount: { currency: code, ...inMeta(smallestUnits(amount)) },
		},
	);
	return { ...refundOf(raw), raw };
}

export interface PaymentConfiguration {
	name?: string;
	status?: string;
	provider?: string;
	merchantCategoryCode?: string;
	raw: Json;
}

/** The payment configurations of a WhatsApp Business Account, as set up in WhatsApp Manager. */
export async function listPaymentConfigurations(
	graph: GraphApi,
	accountId: string,
): Promise<PaymentConfiguration[]> {
	const account = graphId(accountId, 'account', 'The WhatsApp Business Account ID');
	const path = `${account}/payment_configurations`;
	const answer = await graph.get(path);
	const configurations = listIn(answer, answer.data, path).flatMap((entry) =>
		Array.isArray(entry.payment_configurations) ? records(entry.payment_configurations) : [entry],
	);
	return configurations.map((raw) => ({
		name: text(raw.configuration_name),
		status: text(raw.status),
		provider: text(raw.provider_name),
		merchantCategoryCode: text(record(raw.merchant_category_code).code),
		raw,
	}));
}

/** A text as one segment of a path. */
function segment(value: string, field: string, name: string, max: number): string {
	const given = required(value, field, name);
	if (given.length <= max && !/[/\\?#]|^\.+$/.test(given)) return encodeURIComponent(given);
	return reject(
		field,
		`${name} "${shortened(given)}" is not valid`,
		'Use the value that was sent with Send Order Details.',
	);
}

function required(value: string, field: string, name: string): string {
	return (
		value.trim() ||
		reject(field, `${name} is empty`, 'Use the value that was sent with Send Order Details.')
	);
}

function reject(field: string, problem: string, fix: string): never {
	throw new InvalidInputError(field, problem, fix);
}
