import { record, text, type Json } from '../read';

/** `text`: what the customer wrote. */
export function textMessage(message: Json): Json {
	return { text: text(record(message.text).body) };
}
