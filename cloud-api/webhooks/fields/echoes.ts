import { answerTo } from '../answerTo';
import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { putMessage } from '../messages/message';
import { putPerson, type Person } from '../people';
import { put, putAll, record, records, text, type Json } from '../read';
import { errorEvents } from './messages';

/** `smb_message_echoes`, `message_echoes`: what the business sent by other means, e.g. from its phone. */
export function echoEvents(change: ChangeReader): WhatsAppEvent[] {
	return [
		...records(change.value.message_echoes).map((echo) => echoEvent(change, echo)),
		...errorEvents(change),
	];
}

/**
 * An echo: `from` is the business, `to` the customer. Newer echoes wrap the message (in the shape in
 * which it was sent) in `message`.
 */
export function echoEvent(
	change: ChangeReader,
	echo: Json,
	name = 'message_echo',
	more?: Json,
): WhatsAppEvent {
	const message = { ...record(echo.message), ...echo };
	const contact = change.contacts(text(message.to), recipientUserId(message));
	const event: Json = { event: name };
	putSentMessage(event, message, contact);
	if (more) putAll(event, more);
	const raw = change.raw();
	if (contact) raw.contacts = [contact];
	raw.message_echoes = [echo];
	return change.finish(event, raw);
}

/**
 * The flat fields of a message that the business sent: `from` is the business, and the customer is the
 * one who receives it.
 *
 * @param contact Meta's contact of the customer
 */
export function putSentMessage(event: Json, message: Json, contact: Json | undefined): void {
	putMessage(event, message, undefined);
	const { from } = event;
	const customer: Person = {};
	putPerson(
		customer,
		text(message.to),
		recipientUserId(message),
		text(message.to_parent_user_id) ?? text(message.recipient_parent_user_id),
		contact,
	);
	const { from: to, ...names } = customer;
	delete event.userId;
	delete event.parentUserId;
	delete event.customerId;
	delete event.answerTo;
	put(event, 'from', from);
	put(event, 'to', to);
	putAll(event, names);
	put(event, 'answerTo', answerTo(text(event.groupId), to, customer.userId));
}

function recipientUserId(message: Json): string | undefined {
	return text(message.to_user_id) ?? text(message.recipient_user_id);
}
