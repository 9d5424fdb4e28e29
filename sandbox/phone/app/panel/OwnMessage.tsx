import { useState } from 'preact/hooks';
import type { MessageView } from '../../../control/types';
import { textAt } from '../../parts/json';
import { send } from '../../state/acts';
import { Field } from '../sheets/Field';

/** Edits or deletes a message of the customer. Coexistence numbers get webhooks for both. */
export function OwnMessage({ message }: { message: MessageView }) {
	const [text, setText] = useState<string>();
	const edit = async () => {
		if (text && (await send({ type: 'edit', messageId: message.id, text }))) setText(undefined);
	};
	if (text !== undefined) {
		return (
			<>
				<Field label="New text" value={text} lines={3} onInput={setText} />
				<button type="button" class="primary" disabled={!text.trim()} onClick={() => void edit()}>
					Save
				</button>
			</>
		);
	}
	return (
		<div class="chips">
			{message.type === 'text' && (
				<button type="button" onClick={() => setText(textAt(message.content, 'body'))}>
					Edit
				</button>
			)}
			<button type="button" onClick={() => void send({ type: 'revoke', messageId: message.id })}>
				Delete for everyone
			</button>
		</div>
	);
}
