import { CircleHelp } from 'lucide';
import { textAt } from '../../parts/json';
import { Icon } from '../../parts/Icon';
import { Bubble } from '../Bubble';
import { useMessage } from '../context';

/** A message type that the Cloud API does not support (polls, pins, …). */
export function Unsupported() {
	const type = textAt(useMessage().content, 'type').replaceAll('_', ' ');
	return (
		<Bubble>
			<span class="answer">
				<Icon icon={CircleHelp} size={16} />
				<span>
					{type
						? `A message that businesses cannot receive: ${type}`
						: 'A message that businesses cannot receive'}
				</span>
			</span>
		</Bubble>
	);
}
