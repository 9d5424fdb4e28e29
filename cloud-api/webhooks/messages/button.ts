import { record, text, type Json } from '../read';

/** `button`: a tap on a template's quick-reply button; the payload is the button's ID. */
export function buttonMessage(message: Json): Json {
	const button = record(message.button);
	return { text: text(button.text), buttonId: text(button.payload) ?? text(button.text) };
}
