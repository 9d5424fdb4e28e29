import { MapPin } from 'lucide';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function LocationRequest() {
	const message = useMessage();
	const { open } = useActions();
	return (
		<Frame
			rows={
				<Row
					icon={MapPin}
					label={message.answeredBy ? 'Location sent' : 'Send location'}
					tapped={message.answeredBy !== undefined}
					onClick={() => open({ kind: 'location', message })}
				/>
			}
		/>
	);
}
