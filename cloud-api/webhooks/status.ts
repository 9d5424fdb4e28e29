import { errorFields } from './eventError';
import { payment } from './payment';
import { person, type ContactBook } from './people';
import { compact, flag, isoTime, isRecord, put, putAll, record, text, type Json } from './read';

/**
 * The flat fields of a message status: `sent`, `delivered`, `read`, `played`, `failed`, and those of
 * payments. Statuses arrive in any order; `delivered` may be missing when the chat was open, and `read`
 * comes only from customers who share it.
 *
 * @param contact Meta's contact of the recipient
 */
export function putStatus(event: Json, status: Json, contact: Json | undefined): void {
	const isGroup = status.recipient_type === 'group';
	const recipientId = text(status.recipient_id);
	const waId = recipientNumber(status);
	const userId = text(status.recipient_user_id);
	const parentUserId =
		text(status.parent_recipient_user_id) ?? text(status.recipient_parent_user_id);
	const name = text(status.status);
	put(event, 'status', name);
	event.text = name ?? '';
	const { from, ...recipient } = person({ waId, userId, parentUserId }, contact);
	put(event, 'to', from);
	putAll(event, recipient);
	put(event, 'groupId', isGroup ? recipientId : text(status.group_id));
	put(event, 'messageId', text(status.id));
	put(event, 'timestamp', isoTime(status.timestamp));
	const { error, errors } = errorFields(status.errors);
	if (error) event.text = error.title;
	put(event, 'error', error);
	put(event, 'errors', errors);
	put(event, 'pricing', pricing(status.pricing));
	put(event, 'conversation', conversation(status.conversation));
	put(event, 'callbackData', text(status.biz_opaque_callback_data));
	put(event, 'templateId', text(status.template_id));
	if (status.type !== undefined) put(event, 'statusType', text(status.type));
	put(event, 'payment', payment(status.payment));
}

/** Meta's contact of the person that a status is about. */
export function statusContact(status: Json, contacts: ContactBook): Json | undefined {
	return contacts(recipientNumber(status), text(status.recipient_user_id));
}

/** The phone number of the recipient; in a group that of the participant. */
function recipientNumber(status: Json): string | undefined {
	return status.recipient_type === 'group'
		? (text(status.recipient_participant_id) ?? text(status.participant_recipient_id))
		: text(status.recipient_id);
}

/** What Meta charges: only on `sent` and on one of `delivered` and `read`. */
function pricing(value: unknown): Json | undefined {
	if (!isRecord(value)) return undefined;
	const type = text(value.type);
	return compact({
		/** Whether this message is charged for. Meta's own `billable` is deprecated and only a fallback. */
		billable: type === undefined ? flag(value.billable) : type === 'regular',
		category: text(value.category),
		type,
		subtype: text(value.subtype),
		model: text(value.pricing_model),
	});
}

function conversation(value: unknown): Json | undefined {
	if (!isRecord(value)) return undefined;
	return compact({
		id: text(value.id),
		originType: text(record(value.origin).type),
		expiresAt: isoTime(value.expiration_timestamp),
	});
}
