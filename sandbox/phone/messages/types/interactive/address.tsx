import { House } from 'lucide';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function AddressRequest() {
	const message = useMessage();
	const { open } = useActions();
	return (
		<Frame
			rows={
				<Row
					icon={House}
					label={message.answeredBy ? 'Address sent' : 'Provide address'}
					tapped={message.answeredBy !== undefined}
					onClick={() => open({ kind: 'address', message })}
				/>
			}
		/>
	);
}
