import { useActions } from './context';
import { summary } from './summary';

/** The message that is being answered, small, at the head of the answer; a click goes to it. */
export function Quote({ id }: { id: string }) {
	const { find, jump, nameOf } = useActions();
	const quoted = find(id);
	// WhatsApp shows no quote for a message that is gone.
	if (!quoted) return null;
	return (
		<button type="button" class={`quote quote--${quoted.direction}`} onClick={() => jump(id)}>
			<strong>{nameOf(quoted)}</strong>
			<span dir="auto">{summary(quoted)}</span>
		</button>
	);
}
