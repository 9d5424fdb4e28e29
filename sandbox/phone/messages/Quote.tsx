import { useActions } from './context';
import { summary } from './summary';

/** The replied-to message. A click scrolls to it. */
export function Quote({ id }: { id: string }) {
	const { find, jump, nameOf } = useActions();
	const quoted = find(id);
	// WhatsApp shows no quote for a deleted message.
	if (!quoted) return null;
	return (
		<button type="button" class={`quote quote--${quoted.direction}`} onClick={() => jump(id)}>
			<strong>{nameOf(quoted)}</strong>
			<span dir="auto">{summary(quoted)}</span>
		</button>
	);
}
