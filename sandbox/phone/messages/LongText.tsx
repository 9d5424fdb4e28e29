import { useState } from 'preact/hooks';
import { Formatted } from '../format/Formatted';
import { beginningOf } from './beginningOf';
import { useActions } from './context';

/** Text that ends with "Read more" if it is long, as on a phone. Previews show all of it. */
export function LongText({ text }: { text: string }) {
	const { enabled } = useActions();
	const [open, setOpen] = useState(false);
	const beginning = open || !enabled ? text : beginningOf(text);
	return (
		<>
			<Formatted text={beginning === text ? text : `${beginning}…`} />
			{beginning !== text && (
				<>
					{' '}
					<button type="button" class="read-more" onClick={() => setOpen(true)}>
						Read more
					</button>
				</>
			)}
		</>
	);
}
