import { compact, isoTime, isRecord, number, record, records, text, type Json } from './read';

/**
 * The payment in a status of type `payment`: the order, its last transaction, and its refunds. An
 * amount is `amount` ÷ `amountOffset` in `currency`.
 */
export function payment(value: unknown): Json | undefined {
	if (!isRecord(value)) return undefined;
	const transaction = record(value.transaction);
	const error = record(transaction.error ?? value.error);
	const refunds = records(transaction.refunds ?? value.refunds);
	return compact({
		referenceId: text(value.reference_id),
		...amount(value),
		receipt: text(value.receipt),
		transactionId: text(transaction.id),
		transactionType: text(transaction.type),
		transactionStatus: text(transaction.status),
		method: text(record(transaction.method).type) ?? text(transaction.method),
		transactionCreatedAt: isoTime(transaction.created_timestamp),
		transactionUpdatedAt: isoTime(transaction.updated_timestamp),
		errorCode: text(error.code),
		errorReason: text(error.reason) ?? text(error.message),
		refunds: refunds.length > 0 ? refunds.map(refund) : undefined,
	});
}

function refund(value: Json): Json {
	return compact({
		id: text(value.id),
		...amount(value),
		status: text(value.status),
		speed: text(value.speed_processed) ?? text(value.speed),
		createdAt: isoTime(value.created_timestamp),
		updatedAt: isoTime(value.updated_timestamp),
		errorCode: text(record(value.error).code),
		errorReason: text(record(value.error).reason),
	});
}

function amount(holder: Json): Json {
	const { value, offset } = record(holder.amount);
	return {
		amount: number(value),
		amountOffset: number(offset),
		currency: text(holder.currency),
	};
}
