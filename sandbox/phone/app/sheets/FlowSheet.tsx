import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { Json, JsonObject } from '../../../control/types';
import { Icon } from '../../parts/Icon';
import { objectAt, textAt } from '../../parts/json';
import { Sheet } from '../../parts/Sheet';
import { send } from '../../state/acts';
import { Field } from './Field';
import type { SheetProps } from './request';

type Entry = [name: string, value: string];

/** Initial fields: the flow's initial data, or two common ones. */
function firstEntries(parameters: JsonObject): Entry[] {
	const data = Object.entries(objectAt(parameters, 'flow_action_payload', 'data'));
	if (data.length === 0)
		return [
			['name', ''],
			['comment', ''],
		];
	return data.map(([name, value]) => [
		name,
		typeof value === 'string' ? value : JSON.stringify(value),
	]);
}

/** Parses JSON values; everything else is text. */
function valueOf(text: string): Json {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return text;
	}
}

/**
 * Answers a flow. The sandbox does not run flows, so the form asks for the fields that the flow's
 * last screen would return: they go out as `nfm_reply.response_json`, with the flow token.
 */
export function FlowSheet({ request, onClose }: SheetProps<'flow'>) {
	const { message, parameters } = request;
	const [entries, setEntries] = useState(() => firstEntries(parameters));
	const change = (at: number, entry: Entry) =>
		setEntries(entries.map((old, index) => (index === at ? entry : old)));
	const token = textAt(parameters, 'flow_token');
	const submit = async () => {
		const fields = Object.fromEntries(
			entries.filter(([name]) => name.trim()).map(([name, value]) => [name.trim(), valueOf(value)]),
		);
		const response: JsonObject = { ...(token ? { flow_token: token } : {}), ...fields };
		if (
			await send({ type: 'nfm_reply', messageId: message.id, name: 'flow', body: 'Sent', response })
		)
			onClose();
	};
	return (
		<Sheet title={textAt(parameters, 'flow_cta') || 'Form'} onClose={onClose} tall>
			<p class="hint">
				The sandbox does not run the flow
				{textAt(parameters, 'flow_id') && ` ${textAt(parameters, 'flow_id')}`}. Enter what its last
				screen would return.
			</p>
			{entries.map(([name, value], at) => (
				<div class="pair" key={at}>
					<Field label="Field" value={name} onInput={(next) => change(at, [next, value])} />
					<Field label="Answer" value={value} onInput={(next) => change(at, [name, next])} />
				</div>
			))}
			<button type="button" class="plain" onClick={() => setEntries([...entries, ['', '']])}>
				<Icon icon={Plus} size={16} /> Add a field
			</button>
			<button type="button" class="primary" onClick={() => void submit()}>
				Submit
			</button>
		</Sheet>
	);
}
