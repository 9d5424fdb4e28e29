import { Copy } from 'lucide';
import type { Json } from '../../control/types';
import { Icon } from './Icon';

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON with syntax colors, as text nodes. */
function coloured(json: string) {
	const pieces = [];
	let end = 0;
	for (const match of json.matchAll(TOKEN)) {
		const [whole, string, colon, word] = match;
		pieces.push(json.slice(end, match.index));
		const kind = string ? (colon ? 'key' : 'string') : word ? 'word' : 'number';
		pieces.push(<span class={`json__${kind}`}>{string ?? whole}</span>, colon ?? '');
		end = match.index + whole.length;
	}
	pieces.push(json.slice(end));
	return pieces;
}

/** An indented JSON value with a copy button. */
export function JsonBlock({ value, label }: { value: Json; label: string }) {
	const json = JSON.stringify(value, null, 2);
	return (
		<div class="json">
			<button
				type="button"
				class="json__copy"
				title="Copy"
				aria-label={`Copy ${label}`}
				onClick={() => void navigator.clipboard?.writeText(json)}
			>
				<Icon icon={Copy} size={14} />
			</button>
			<pre tabIndex={0} aria-label={label}>
				<code>{coloured(json)}</code>
			</pre>
		</div>
	);
}
