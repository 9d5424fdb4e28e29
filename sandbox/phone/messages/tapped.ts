import type { MessageView } from '../../control/types';
import { textAt } from '../parts/json';

/** The id of the button or row that an answer tapped; undefined when the answer is no tap. */
export function tappedId(answer: MessageView | undefined): string | undefined {
	if (!answer) return undefined;
	const id =
		textAt(answer.content, 'button_reply', 'id') ||
		textAt(answer.content, 'list_reply', 'id') ||
		textAt(answer.content, 'payload');
	return id || undefined;
}
