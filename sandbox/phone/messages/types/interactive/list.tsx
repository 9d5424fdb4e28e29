import { List as ListIcon } from 'lucide';
import { textAt } from '../../../parts/json';
import { useActions, useMessage } from '../../context';
import { Row } from '../../Rows';
import { Frame } from './Frame';

/** A list message. Its button opens the sections and rows. */
export function List() {
	const message = useMessage();
	const { open } = useActions();
	return (
		<Frame
			rows={
				<Row
					icon={ListIcon}
					label={textAt(message.content, 'action', 'button')}
					onClick={() => open({ kind: 'list', message })}
				/>
			}
		/>
	);
}
