import type { Values } from '../../shared/values';

/**
 * A reply button of a form, or of JSON in this node's or in Meta's own names
 * (`{ "type": "reply", "reply": { "id", "title" } }`). Its ID defaults to the title.
 */
export function replyButtonOf(row: Values): { id: string; title: string } {
	row.only(['id', 'title', 'type', 'reply']);
	const button = row.has('reply') ? row.group('reply').only(['id', 'title']) : row;
	const title = button.text('title');
	return { title, id: button.text('id') || title };
}
