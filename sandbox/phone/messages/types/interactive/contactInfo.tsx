import { IdCard } from 'lucide';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

export function ContactInfo() {
	const message = useMessage();
	const { contactInfo } = useActions();
	const done = message.answeredBy !== undefined;
	return (
		<Frame
			rows={
				<Row
					icon={IdCard}
					label={done ? 'Contact info shared' : 'Share contact info'}
					tapped={done}
					onClick={() => contactInfo(message)}
				/>
			}
		/>
	);
}
