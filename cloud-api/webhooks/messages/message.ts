import { answerTo } from '../answerTo';
import { errorFields } from '../eventError';
import { putPerson } from '../people';
import { isoTime, milliseconds, putAll, record, text, type Json } from '../read';
import { messageContent } from './content';
import { messageContext } from './context';

const WINDOW = 24 * 60 * 60 * 1000;
const NO_WINDOW = new Set(['system', 'revoke']);

/**
 * The flat fields of one message, whoever wrote it and wherever it was delivered.
 *
 * The fields of nearly every message are set by name one by one: an object that grows by computed
 * names soon becomes a slow one, and this path is measured.
 *
 * @param contact Meta's contact of the sender
 */
export function putMessage(event: Json, message: Json, contact: Json | undefined): void {
	const groupId = text(message.group_id);
	event.type = text(message.type) ?? (message.errors === undefined ? 'unknown' : 'unsupported');
	event.text = '';
	putPerson(
		event,
		text(message.from),
		text(message.from_user_id),
		text(message.from_parent_user_id),
		contact,
	);
	const address = answerTo(groupId, text(event.from), text(event.userId));
	if (address !== undefined) event.answerTo = address;
	if (groupId !== undefined) event.groupId = groupId;
	const messageId = text(message.id);
	if (messageId !== undefined) event.messageId = messageId;
	const timestamp = isoTime(message.timestamp);
	if (timestamp !== undefined) event.timestamp = timestamp;
	putAll(event, messageContent(message));
	if (message.context !== undefined || message.referral !== undefined)
		putAll(event, messageContext(message));
	if (message.origin !== undefined) putAll(event, { origin: message.origin ?? undefined });
	if (message.identity !== undefined) putAll(event, identity(record(message.identity)));
	if (message.conversation_context !== undefined) {
		const { summary } = record(message.conversation_context);
		putAll(event, { conversationSummary: text(record(summary).text) });
	}
	if (message.errors !== undefined) putAll(event, errorFields(message.errors));
}

/** Whether the customer's identity key changed, while the identity change check is enabled. */
function identity({ acknowledged, created_timestamp: createdAt, hash }: Json): Json {
	return {
		identityAcknowledged: typeof acknowledged === 'boolean' ? acknowledged : undefined,
		identityCreatedAt: isoTime(createdAt),
		identityHash: text(hash),
	};
}

/**
 * The end of the customer service window that this message opens: 24 hours later. `undefined` for
 * group messages and for what the customer did not write. An ad's free entry point may last longer;
 * the statuses contain it.
 */
export function windowExpiresAt(message: Json): string | undefined {
	const time = milliseconds(message.timestamp);
	if (time === undefined || message.group_id !== undefined) return undefined;
	if (NO_WINDOW.has(text(message.type) ?? '')) return undefined;
	return isoTime(time + WINDOW);
}
