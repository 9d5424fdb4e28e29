import { Copy } from 'lucide';
import { say } from '../../state/acts';
import { Icon } from '../../parts/Icon';

/** A button that copies a value. `what` names it: "message ID". */
export function CopyButton({ value, what }: { value: string; what: string }) {
	const copy = () => {
		void navigator.clipboard?.writeText(value);
		say(`Copied the ${what}`);
	};
	return (
		<button type="button" class="round" aria-label={`Copy the ${what}`} onClick={copy}>
			<Icon icon={Copy} size={14} />
		</button>
	);
}
