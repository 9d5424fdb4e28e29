import { Phone, PhoneOff } from 'lucide';
import { Icon } from '../../../parts/Icon';
import { textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function CallPermission() {
	const message = useMessage();
	const { find, callPermission } = useActions();
	const answer = message.answeredBy
		? textAt(find(message.answeredBy)?.content, 'call_permission_reply', 'response')
		: '';
	return (
		<Frame
			rows={
				<>
					<Row
						icon={Phone}
						label="Allow calls"
						tapped={answer === 'accept'}
						disabled={answer !== ''}
						onClick={() => callPermission(message, 'accept')}
					/>
					<Row
						icon={PhoneOff}
						label="Don't allow"
						tapped={answer === 'reject'}
						disabled={answer !== ''}
						onClick={() => callPermission(message, 'reject')}
					/>
				</>
			}
		>
			<p class="ask">
				<Icon icon={Phone} size={18} /> May this business call you?
			</p>
		</Frame>
	);
}
