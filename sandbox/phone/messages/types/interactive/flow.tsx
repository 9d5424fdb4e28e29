import { ClipboardList } from 'lucide';
import { at, objectAt, textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function Flow() {
	const message = useMessage();
	const { open } = useActions();
	const parameters = objectAt(message.content, 'action', 'parameters');
	return (
		<Frame
			rows={
				<Row
					icon={ClipboardList}
					label={textAt(parameters, 'flow_cta') || 'Open'}
					tapped={message.answeredBy !== undefined}
					onClick={message.flow?.expired ? undefined : () => open({ kind: 'flow', message })}
				/>
			}
		>
			{at(parameters, 'mode') === 'draft' && <p class="card-label">Draft flow</p>}
		</Frame>
	);
}
