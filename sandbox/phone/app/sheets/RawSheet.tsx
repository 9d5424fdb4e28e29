import { useState } from 'preact/hooks';
import type { Json, JsonObject } from '../../../control/types';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';
import { Field } from './Field';

const EXAMPLE = `{
  "type": "text",
  "text": { "body": "Hello" }
}`;

/** Parses a JSON object. Returns a validation message if it is not one. */
function read(text: string): JsonObject | string {
	try {
		const value = JSON.parse(text) as Json;
		if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
		return 'Enter one JSON object: { "type": … }';
	} catch (reason) {
		return reason instanceof Error ? reason.message : 'This is not JSON';
	}
}

/** Sends any message object as the customer. */
export function RawSheet({ onClose }: { onClose: () => void }) {
	const [text, setText] = useState(EXAMPLE);
	const message = read(text);
	const submit = async () => {
		if (typeof message === 'string') return;
		if (await send({ type: 'raw', message })) onClose();
	};
	return (
		<Sheet title="Send any message" onClose={onClose} tall>
			<p class="hint">
				An entry of the webhook's messages list. The sandbox adds id, from, and timestamp.
			</p>
			<Field
				label="Message (JSON)"
				value={text}
				lines={12}
				invalid={typeof message === 'string' ? message : undefined}
				onInput={setText}
			/>
			<button
				type="button"
				class="primary"
				disabled={typeof message === 'string'}
				onClick={() => void submit()}
			>
				Send
			</button>
		</Sheet>
	);
}
