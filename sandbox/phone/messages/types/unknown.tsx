import { Braces } from 'lucide';
import { textAt } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { JsonBlock } from '../../parts/JsonBlock';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';

/** An unknown message type with its content. */
export function Unknown() {
	const { type, content } = useMessage();
	const name =
		type === 'interactive' ? `interactive · ${textAt(content, 'type')}` : type || 'without a type';
	return (
		<Bubble wide>
			<p class="card-label">
				<Icon icon={Braces} size={14} /> {name}
			</p>
			<JsonBlock value={content} label="message content" />
		</Bubble>
	);
}
