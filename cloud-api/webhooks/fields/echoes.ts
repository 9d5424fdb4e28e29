import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { putMessage } from '../messages/message';
import { put, putAll, record, records, text, type Json } from '../read';

/** `smb_message_echoes`, `message_echoes`: what the business sent by other means, e.g. from its phone. */
export function echoEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.message_echoes).map((echo) => echoEvent(change, echo));
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
	const to = text(message.to);
	const userId = text(message.to_user_id) ?? text(message.recipient_user_id);
	const event: Json = { event: name };
	putMessage(event, message, () => undefined);
	// The person of an echo is the one who receives it.
	delete event.customerId;
	putAll(event, { to, userId, customerId: userId ?? to });
	put(event, 'answerTo', event.groupId ?? to ?? userId);
	if (more) putAll(event, more);
	return change.finish(event, { ...change.raw(), message_echoes: [echo] });
}
