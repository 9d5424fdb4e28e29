import type { ComponentType } from 'preact';
import type { MessageView } from '../../control/types';
import { textAt } from '../parts/json';
import { MessageProvider } from './context';
import { interactiveKinds, kinds } from './kinds';
import { Unknown } from './kinds/unknown';

/** The component for a message; a kind that nobody has heard of is drawn as a labeled card. */
function componentFor({ type, content, direction }: MessageView): ComponentType {
	const own = (table: Record<string, ComponentType>, key: string) =>
		Object.hasOwn(table, key) ? table[key] : Unknown;
	if (type !== 'interactive') return own(kinds, type);
	return own(interactiveKinds[direction], textAt(content, 'type'));
}

/** One message exactly as the customer sees it, without the row around it. */
export function Message({ message }: { message: MessageView }) {
	const Kind = componentFor(message);
	return (
		<MessageProvider value={message}>
			<Kind />
		</MessageProvider>
	);
}
