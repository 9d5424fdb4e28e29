import { useState } from 'preact/hooks';
import type { DeliveryView } from '../../../control/types';
import { JsonBlock } from '../../parts/JsonBlock';
import { listAt } from '../../parts/json';
import { clockExact } from '../../parts/time';

/** A summary of a payload: "message from Ana Lima", "read: Your table…". */
function contents({ payload, fields }: DeliveryView): string {
	const values = listAt(payload, 'entry').flatMap((entry) => listAt(entry, 'changes'));
	const words = values.flatMap((change) => {
		const value =
			change && typeof change === 'object' && !Array.isArray(change) ? change.value : null;
		const statuses = listAt(value, 'statuses').map((status) =>
			status && typeof status === 'object' && !Array.isArray(status) ? String(status.status) : '',
		);
		return [...listAt(value, 'messages').map(() => 'message'), ...statuses];
	});
	return [...new Set(words)].join(', ') || fields.join(', ');
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
