import { MapPin } from 'lucide';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function LocationRequest() {
	const message = useMessage();
	const { open, answeredWith } = useActions();
	const done = answeredWith(message, 'location');
	return (
		<Frame
			rows={
				<Row
					icon={MapPin}
					label={done ? 'Location sent' : 'Send location'}
					tapped={done}
					onClick={() => open({ kind: 'location', message })}
				/>
			}
		/>
	);
}
