import { record, text, type Json } from '../read';

/** `revoke`: a message was deleted for everyone, at most two days after it was sent. */
export function revokeMessage(message: Json): Json {
	return { originalMessageId: text(record(message.revoke).original_message_id) };
}

/** `unsupported`: a message that WhatsApp does not deliver; with its type where Meta sends it. */
export function unsupportedMessage(message: Json): Json {
	const unsupported = record(message.unsupported);
	return { unsupportedType: text(unsupported.type) };
}
