import { useState } from 'preact/hooks';
import type { RequestView } from '../../../control/types';
import { JsonBlock } from '../../parts/JsonBlock';
import { clockExact } from '../../parts/time';
import { nameOfAddress } from '../../state/store';
import { requestText } from './describe';

/** One Graph request; expand it for query and body. */
export function Request({ request }: { request: RequestView }) {
	const [open, setOpen] = useState(false);
	const { method, path, status, errorCode, fault, durationMs, query, body } = request;
	const text = requestText(request, nameOfAddress);
	const good = status >= 200 && status < 300;
	return (
		<details class="wire" onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>
				<time>{clockExact(request.at)}</time>
				<span class="wire__what">
					<b>{method}</b> {path}
					{text && <small dir="auto">{text}</small>}
				</span>
				<b class={`code code--${good ? 'good' : 'bad'}`}>
					{status === 0 ? 'cut' : status}
					{errorCode !== undefined && ` #${errorCode}`}
				</b>
			</summary>
			<p class="hint">
				{Math.round(durationMs)} ms{fault && ', changed by a fault'}
			</p>
			{request.warnings?.map((warning) => (
				<p class="hint hint--warning" key={warning}>
					{warning}
				</p>
			))}
			{open && Object.keys(query).length > 0 && <JsonBlock value={query} label="query" />}
			{open && body !== null && <JsonBlock value={body} label="request body" />}
		</details>
	);
}
