import { X } from 'lucide';
import { useActions } from '../messages/context';
import { summary } from '../messages/summary';
import { Icon } from '../parts/Icon';
import { replyingTo } from '../state/store';

/** The message that the next one replies to. */
export function ReplyingTo() {
	const { nameOf } = useActions();
	const message = replyingTo.value;
	if (!message) return null;
	return (
		<div class="replying">
			<div class={`quote quote--${message.direction}`}>
				<strong>{nameOf(message)}</strong>
				<span dir="auto">{summary(message)}</span>
			</div>
			<button
				type="button"
				class="round"
				aria-label="Cancel the reply"
				onClick={() => (replyingTo.value = null)}
			>
				<Icon icon={X} />
			</button>
		</div>
	);
}
