import { errorFields } from './eventError';
import { person, type ContactBook } from './people';
import { compact, flag, isoTime, isRecord, number, record, text, type Json } from './read';

/**
 * The flat fields of a message's state: `sent`, `delivered`, `read`, `played`, `failed` (and the payment
 * states). States come in any order; `delivered` may be missing when the chat was open, and `read` comes
 * only from customers who show it.
 */
export function statusFields(status: Json, contacts: ContactBook): Json {
	const isGroup = status.recipient_type === 'group';
	const recipientId = text(status.recipient_id);
	const participant = text(status.recipient_participant_id) ?? text(status.participant_recipient_id);
	const waId = isGroup ? participant : recipientId;
	const userId = text(status.recipient_user_id);
	const { from: to, ...recipient } = person(
		{
			waId,
			userId,
			parentUserId:
				text(status.parent_recipient_user_id) ?? text(status.recipient_parent_user_id),
		},
		contacts(waId, userId),
	);
	const name = text(status.status);
	const errors = errorFields(status.errors);
	return {
		status: name,
		text: errors.error?.title ?? name,
		to,
		...recipient,
		groupId: isGroup ? recipientId : text(status.group_id),
		messageId: text(status.id),
		timestamp: isoTime(status.timestamp),
		...errors,
		...pricing(status.pricing),
		...conversation(status.conversation),
		callbackData: text(status.biz_opaque_callback_data),
		templateId: text(status.template_id),
		...payment(status.payment),
	};
}

/** What Meta charges: only on `sent` and on one of `delivered` and `read`. */
function pricing(value: unknown): Json {
	if (!isRecord(value)) return {};
	const type = text(value.type);
	return {
		pricing: compact({
			/** Whether this message is charged for. Meta's own `billable` is deprecated and only a fallback. */
			billable: type === undefined ? flag(value.billable) : type === 'regular',
			category: text(value.category),
			type,
			subtype: text(value.subtype),
			model: text(value.pricing_model),
		}),
	};
}

function conversation(value: unknown): Json {
	if (!isRecord(value)) return {};
	return {
		conversation: compact({
			id: text(value.id),
			originType: text(record(value.origin).type),
			expiresAt: isoTime(value.expiration_timestamp),
		}),
	};
}

function payment(value: unknown): Json {
	if (!isRecord(value)) return {};
	const amount = record(value.amount);
	return {
		payment: compact({
			referenceId: text(value.reference_id),
			amount: number(amount.value),
			amountOffset: number(amount.offset),
			currency: text(value.currency),
		}),
	};
}
