import { useState } from 'preact/hooks';
import type { MessageView } from '../../../control/types';
import { listAt, textAt } from '../../parts/json';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';

/** The sections and rows of a list message. */
export function ListSheet({ message, onClose }: { message: MessageView; onClose: () => void }) {
	const [chosen, setChosen] = useState('');
	const submit = async () => {
		if (await send({ type: 'tap', messageId: message.id, id: chosen })) onClose();
	};
	return (
		<Sheet title={textAt(message.content, 'action', 'button')} onClose={onClose}>
			{listAt(message.content, 'action', 'sections').map((section) => (
				<fieldset class="choices">
					{textAt(section, 'title') && <legend>{textAt(section, 'title')}</legend>}
					{listAt(section, 'rows').map((row) => {
						const id = textAt(row, 'id');
						return (
							<label class="choice">
								<span>
									<span dir="auto">{textAt(row, 'title')}</span>
									{textAt(row, 'description') && (
										<small dir="auto">{textAt(row, 'description')}</small>
									)}
								</span>
								<input
									type="radio"
									name="row"
									value={id}
									checked={chosen === id}
									onChange={() => setChosen(id)}
								/>
							</label>
						);
					})}
				</fieldset>
			))}
			<button type="button" class="primary" disabled={!chosen} onClick={() => void submit()}>
				Send
			</button>
		</Sheet>
	);
}
