import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { eventErrors } from '../eventError';
import { putMessage, windowExpiresAt } from '../messages/message';
import { isoTime, putAll, record, records, text, type Json } from '../read';
import { putStatus, statusContact } from '../status';

/** `messages`: what customers write, the statuses of what was sent, Meta's errors, and link clicks. */
export function messagesEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	return [
		...records(value.messages).map((message) => messageEvent(change, message)),
		...records(value.statuses).map((status) => statusEvent(change, status)),
		...errorEvents(change),
		...records(value.user_actions).map((action) => userActionEvent(change, action)),
	];
}

export function messageEvent(
	change: ChangeReader,
	message: Json,
	name = 'message',
	more?: Json,
): WhatsAppEvent {
	const contact = change.contacts(text(message.from), text(message.from_user_id));
	const event: Json = { event: name };
	putMessage(event, message, contact);
	const expiry = name === 'message' ? windowExpiresAt(message) : undefined;
	if (expiry !== undefined) event.windowExpiresAt = expiry;
	if (more) putAll(event, more);
	const raw = change.raw();
	if (contact) raw.contacts = [contact];
	raw.messages = [message];
	return change.finish(event, raw);
}

export function statusEvent(
	change: ChangeReader,
	status: Json,
	name = 'status',
	more?: Json,
): WhatsAppEvent {
	const contact = statusContact(status, change.contacts);
	const event: Json = { event: name };
	putStatus(event, status, contact);
	if (more) putAll(event, more);
	const raw = change.raw();
	if (contact) raw.contacts = [contact];
	raw.statuses = [status];
	return change.finish(event, raw);
}

/** Errors of the account or phone number as a whole, outside any message. */
export function errorEvents(change: ChangeReader): WhatsAppEvent[] {
	const errors = records(change.value.errors);
	return eventErrors(errors).map((error, index) =>
		change.event('error', { text: error.title, error }, { errors: [errors[index]] }),
	);
}

/** A click on a marketing message's link. Meta gives no user identity with it. */
function userActionEvent(change: ChangeReader, action: Json): WhatsAppEvent {
	const type = text(action.action_type);
	const click = record(action.marketing_messages_link_click_data);
	return change.event(
		'user_action',
		{
			action: type,
			text: type,
			timestamp: isoTime(action.timestamp),
			clickComponent: text(click.click_component),
			productId: text(click.product_id),
			clickId: text(click.click_id),
			trackingToken: text(click.tracking_token),
		},
		{ user_actions: [action] },
	);
}
