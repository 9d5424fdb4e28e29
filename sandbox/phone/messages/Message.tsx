import type { ComponentType } from 'preact';
import type { MessageView } from '../../control/types';
import { textAt } from '../parts/json';
import { MessageProvider } from './context';
import { interactiveKinds, kinds } from './kinds';
import { Unknown } from './kinds/unknown';

/** The component of a message. Unknown types are rendered as JSON. */
function componentFor({ type, content, direction }: MessageView): ComponentType {
	const own = (table: Record<string, ComponentType>, key: string) =>
		Object.hasOwn(table, key) ? table[key] : Unknown;
	if (type !== 'interactive') return own(kinds, type);
	return own(interactiveKinds[direction], textAt(content, 'type'));
}

/** A message as the customer sees it, without the row around it. */
export function Message({ message }: { message: MessageView }) {
	const Kind = componentFor(message);
	return (
		<MessageProvider value={message}>
			<Kind />
		</MessageProvider>
	);
}
