import { X } from 'lucide';
import { Icon } from '../parts/Icon';
import { dismiss } from '../state/acts';
import { toasts } from '../state/store';

export function Toasts() {
	return (
		<div class="toasts" role="status" aria-live="polite">
			{toasts.value.map(({ id, text, tone }) => (
				<p key={id} class={`toast toast--${tone}`}>
					<span>{text}</span>
					<button type="button" class="round" aria-label="Dismiss" onClick={() => dismiss(id)}>
						<Icon icon={X} size={14} />
					</button>
				</p>
			))}
		</div>
	);
}
