import type { ComponentType } from 'preact';
import type { MessageView } from '../../control/types';
import { textAt } from '../parts/json';
import { MessageProvider } from './context';
import { interactiveTypes, messageTypes } from './types';
import { Unknown } from './types/unknown';

/** The component of a message. Unknown types are rendered as JSON. */
function componentFor({ type, content, direction }: MessageView): ComponentType {
	const own = (table: Record<string, ComponentType>, key: string) =>
		Object.hasOwn(table, key) ? table[key] : Unknown;
	if (type !== 'interactive') return own(messageTypes, type);
	return own(interactiveTypes[direction], textAt(content, 'type'));
}

/** A message as the customer sees it, without the row around it. */
export function Message({ message }: { message: MessageView }) {
	const Content = componentFor(message);
	return (
		<MessageProvider value={message}>
			<Content />
		</MessageProvider>
	);
}
