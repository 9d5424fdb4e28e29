import { textAt } from '../../parts/json';
import { useMessage } from '../context';

/** A system message, such as a changed phone number. */
export function System() {
	const { content } = useMessage();
	return (
		<p class="notice">{textAt(content, 'body') || textAt(content, 'type').replaceAll('_', ' ')}</p>
	);
}
