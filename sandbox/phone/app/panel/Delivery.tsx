import { useState } from 'preact/hooks';
import type { DeliveryView } from '../../../control/types';
import { JsonBlock } from '../../parts/JsonBlock';
import { listAt } from '../../parts/json';
import { clockExact } from '../../parts/time';

/** What a payload tells, in a few words: "message", "status read"… */
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
	delivered: 'answered',
	waiting: 'will be repeated',
	'given-up': 'given up',
	'in-flight': 'under way',
};

/** One webhook delivery in a line; opened, its payload. */
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
					{attempt > 1 && ` · try ${attempt}`}
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
