import { errorFields } from '../eventError';
import { putPerson, type ContactBook } from '../people';
import { isoTime, milliseconds, putAll, text, type Json } from '../read';
import { messageContent } from './content';
import { messageContext } from './context';

const WINDOW = 24 * 60 * 60 * 1000;
const NO_WINDOW = new Set(['system', 'revoke']);

/**
 * The flat fields of one message, whoever wrote it and wherever it was delivered.
 *
 * The fields of nearly every message are set by name one by one: an object that grows by computed
 * names soon becomes a slow one, and this path is measured.
 */
export function putMessage(event: Json, message: Json, contacts: ContactBook): void {
	const waId = text(message.from);
	const userId = text(message.from_user_id);
	const groupId = text(message.group_id);
	event.type = text(message.type) ?? (message.errors === undefined ? 'unknown' : 'unsupported');
	event.text = '';
	putPerson(event, waId, userId, text(message.from_parent_user_id), contacts(waId, userId));
	const answerTo = groupId ?? event.from ?? event.userId;
	if (answerTo !== undefined) event.answerTo = answerTo;
	if (groupId !== undefined) event.groupId = groupId;
	const messageId = text(message.id);
	if (messageId !== undefined) event.messageId = messageId;
	const timestamp = isoTime(message.timestamp);
	if (timestamp !== undefined) event.timestamp = timestamp;
	putAll(event, messageContent(message));
	if (message.context !== undefined || message.referral !== undefined)
		putAll(event, messageContext(message));
	if (message.errors !== undefined) putAll(event, errorFields(message.errors));
}

/**
 * Until when a free-form answer is allowed after this message: 24 hours. Nothing for groups and for
 * what the customer did not write. An ad's free entry point may last longer; Meta tells in the statuses.
 */
export function windowExpiresAt(message: Json): string | undefined {
	const time = milliseconds(message.timestamp);
	if (time === undefined || message.group_id !== undefined) return undefined;
	if (NO_WINDOW.has(text(message.type) ?? '')) return undefined;
	return isoTime(time + WINDOW);
}
