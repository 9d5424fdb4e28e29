import { record, text, type Json } from '../read';
import { buttonMessage } from './button';
import { revokeMessage, unsupportedMessage } from './changes';
import { contactsMessage } from './contacts';
import { interactiveMessage } from './interactive';
import { locationMessage } from './location';
import { mediaMessage } from './media';
import { orderMessage } from './order';
import { reactionMessage } from './reaction';
import { systemMessage } from './system';
import { textMessage } from './text';

const kinds: ReadonlyMap<string, (message: Json) => Json> = new Map([
	['audio', mediaMessage],
	['button', buttonMessage],
	['contacts', contactsMessage],
	['document', mediaMessage],
	['edit', editMessage],
	['image', mediaMessage],
	['interactive', interactiveMessage],
	['location', locationMessage],
	['order', orderMessage],
	['reaction', reactionMessage],
	['revoke', revokeMessage],
	['sticker', mediaMessage],
	['system', systemMessage],
	['template', templateMessage],
	['text', textMessage],
	['unsupported', unsupportedMessage],
	['video', mediaMessage],
]);

/**
 * The flat fields of a message's type, including `text`. Of a type that is not known yet, the text
 * where such objects usually have one; everything else of it is in `raw`.
 */
export function messageContent(message: Json): Json {
	const type = text(message.type) ?? '';
	const read = kinds.get(type);
	if (read) return read(message);
	const content = record(message[type]);
	return { text: text(content.body) ?? text(content.text) ?? text(content.caption) };
}

/** `template`, in echoes: what the business sent. */
function templateMessage(message: Json): Json {
	const template = record(message.template);
	return {
		text: text(template.name),
		templateName: text(template.name),
		templateLanguage: text(record(template.language).code) ?? text(template.language),
	};
}

/** `edit`: the new content of a message, with the fields of its type. */
function editMessage(message: Json): Json {
	const edit = record(message.edit);
	const edited = record(edit.message);
	return {
		originalMessageId: text(edit.original_message_id),
		editedType: text(edited.type),
		// One level only: an edit of an edit does not exist, and a chain of them must not exhaust the stack.
		...(edited.type === 'edit' ? {} : messageContent(edited)),
	};
}
