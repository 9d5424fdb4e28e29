import { useState } from 'preact/hooks';
import type { DeliveryView } from '../../../control/types';
import { JsonBlock } from '../../parts/JsonBlock';
import { summary } from '../../messages/summary';
import { listAt, textAt } from '../../parts/json';
import { clockExact } from '../../parts/time';
import { messages, nameOfAddress } from '../../state/store';
import { messageText } from './describe';

/** A summary of a payload: "message from Ana Lima: Hello", "read: Your table is ready". */
function contents({ payload, fields }: DeliveryView): string {
	const changes = listAt(payload, 'entry').flatMap((entry) => listAt(entry, 'changes'));
	const texts = changes.flatMap((change) => [
		...listAt(change, 'value', 'messages').map(
			(message) => `message ${messageText(message, nameOfAddress)}`,
		),
		...listAt(change, 'value', 'statuses').map((status) => {
			const about = messages.value.get(textAt(status, 'id'));
			return `${textAt(status, 'status')}${about ? `: ${summary(about)}` : ''}`;
		}),
	]);
	return [...new Set(texts)].join(', ') || fields.join(', ');
}

const OUTCOMES: Record<DeliveryView['outcome'], string> = {
	delivered: 'delivered',
	waiting: 'will be sent again',
	'given-up': 'given up',
	'in-flight': 'in flight',
};

/** One webhook delivery; expand it for the payload. */
export function Delivery({ delivery }: { delivery: DeliveryView }) {
	const [open, setOpen] = useState(false);
	const { attempt, at, url, outcome, status, reason, durationMs } = delivery;
	return (
		<details
			class={`wire wire--${outcome}`}
			onToggle={(event) => setOpen(event.currentTarget.open)}
		>
			<summary>
				<time>{clockExact(at)}</time>
				<span class="wire__what">
					{contents(delivery)}
					{attempt > 1 && ` · attempt ${attempt}`}
				</span>
				<b
					class={`code code--${status && status < 300 ? 'good' : outcome === 'in-flight' ? 'open' : 'bad'}`}
				>
					{status ?? (outcome === 'in-flight' ? '…' : 'none')}
				</b>
			</summary>
			<p class="hint">
				{url}
				<br />
				{OUTCOMES[outcome]}
				{durationMs !== undefined && ` in ${Math.round(durationMs)} ms`}
				{reason && `: ${reason}`}
			</p>
			{open && <JsonBlock value={delivery.payload} label="webhook payload" />}
		</details>
	);
}
