import type { MessageView } from '../../control/types';
import { textAt } from '../parts/json';

/** The ID of the tapped button or row; undefined if the message is not a tap. */
export function tappedId(answer: MessageView | undefined): string | undefined {
	if (!answer) return undefined;
	const id =
		textAt(answer.content, 'button_reply', 'id') ||
		textAt(answer.content, 'list_reply', 'id') ||
		textAt(answer.content, 'payload');
	return id || undefined;
}
