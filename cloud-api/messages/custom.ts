import { InvalidInputError } from '../errors/cloudApiError';
import type { MessageContent } from './content';

/** The address is the caller's to give; these are taken out of a body copied from Meta's pages. */
const ADDRESS_FIELDS = ['messaging_product', 'recipient_type', 'to', 'recipient'];

/**
 * A message given as Meta's own JSON, e.g. `{ "type": "text", "text": { "body": "Hello" } }`, for message
 * types and fields that no other operation has. Only its frame is checked; address fields in it are ignored.
 */
export function customMessage(json: unknown): MessageContent {
	if (typeof json !== 'object' || json === null || Array.isArray(json)) {
		throw new InvalidInputError(
			'message',
			'The message is not a JSON object',
			'Use the format of Meta: { "type": "text", "text": { "body": "Hello" } }.',
		);
	}
	const content: Record<string, unknown> = { ...json };
	for (const field of ADDRESS_FIELDS) delete content[field];
	const { type } = content;
	if (typeof type !== 'string' || type === '') {
		throw new InvalidInputError(
			'message',
			'The message has no "type"',
			'Add the message type, e.g. { "type": "text", "text": { "body": "Hello" } }.',
		);
	}
	if (typeof content[type] !== 'object' || content[type] === null) {
		throw new InvalidInputError(
			'message',
			`The message is of type "${type}" but has no "${type}" with its content`,
			`Add the content under the name of the type: { "type": "${type}", "${type}": { … } }.`,
		);
	}
	return { ...content, type };
}
