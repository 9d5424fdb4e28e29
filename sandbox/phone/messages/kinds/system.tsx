import { textAt } from '../../parts/json';
import { useMessage } from '../context';

/** A notice of WhatsApp itself, such as a changed number. */
export function System() {
	const { content } = useMessage();
	return (
		<p class="notice">{textAt(content, 'body') || textAt(content, 'type').replaceAll('_', ' ')}</p>
	);
}
