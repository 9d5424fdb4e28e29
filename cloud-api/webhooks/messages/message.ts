import { errorFields } from '../eventError';
import { person, type ContactBook } from '../people';
import { isoTime, milliseconds, text, type Json } from '../read';
import { messageContent } from './content';
import { messageContext } from './context';

const WINDOW = 24 * 60 * 60 * 1000;
const NO_WINDOW = new Set(['system', 'revoke']);

/** The flat fields of one message, whoever wrote it and wherever it was delivered. */
export function messageFields(message: Json, contacts: ContactBook): Json {
	const type = text(message.type) ?? (message.errors === undefined ? 'unknown' : 'unsupported');
	const waId = text(message.from);
	const userId = text(message.from_user_id);
	const sender = person(
		{ waId, userId, parentUserId: text(message.from_parent_user_id) },
		contacts(waId, userId),
	);
	const groupId = text(message.group_id);
	return {
		type,
		text: undefined,
		...sender,
		answerTo: groupId ?? sender.from ?? sender.userId,
		groupId,
		messageId: text(message.id),
		timestamp: isoTime(message.timestamp),
		...messageContent(message),
		...messageContext(message),
		...errorFields(message.errors),
	};
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
