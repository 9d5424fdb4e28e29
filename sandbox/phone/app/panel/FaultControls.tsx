import { Trash2 } from 'lucide';
import type { FaultInput, FaultView } from '../../../control/types';
import { Icon } from '../../parts/Icon';
import { act, say } from '../../state/acts';
import { api } from '../../state/api';
import { loadState } from '../../state/sync';

const MESSAGES = { method: 'POST', path: '*/messages' };

/** Common faults. All except latency apply to one message. */
const PRESETS: Array<{ label: string; fault: FaultInput }> = [
	{
		label: 'Too many messages (130429)',
		fault: { ...MESSAGES, times: 1, error: { code: 130429 } },
	},
	{ label: 'Pair rate limit (131056)', fault: { ...MESSAGES, times: 1, error: { code: 131056 } } },
	{ label: 'Window closed (131047)', fault: { ...MESSAGES, times: 1, error: { code: 131047 } } },
	{ label: 'Token expired (190)', fault: { times: 1, error: { code: 190, subcode: 463 } } },
	{ label: 'Service down (503)', fault: { ...MESSAGES, times: 1, status: 503 } },
	{ label: 'HTML answer', fault: { ...MESSAGES, times: 1, html: true, status: 502 } },
	{ label: 'Connection cut before sending', fault: { ...MESSAGES, times: 1, drop: 'before' } },
	{ label: 'Connection cut after sending', fault: { ...MESSAGES, times: 1, drop: 'after' } },
	{ label: 'Every answer delayed by 2 s', fault: { latency: 2000 } },
];

function describe({
	error,
	status,
	html,
	drop,
	latency,
	method,
	path,
	times,
	hits,
}: FaultView): string {
	const what = [
		error && `Meta ${error.code}`,
		status && `HTTP ${status}`,
		html && 'HTML page',
		drop && `connection cut ${drop}`,
		latency && `${latency} ms delay`,
	].filter(Boolean);
	const where = [method, path].filter(Boolean).join(' ') || 'every request';
	return `${what.join(', ') || 'headers'} · ${where} · matched ${hits}${times ? ` of ${times}` : ''}`;
}

export function FaultControls({ faults }: { faults: FaultView[] }) {
	const add = ({ label, fault }: (typeof PRESETS)[number]) =>
		act(async () => {
			await api.addFault(fault);
			await loadState();
			say(`Set: ${label}`);
		});
	const remove = (id: string) =>
		act(async () => {
			await api.removeFault(id);
			await loadState();
		});
	return (
		<section>
			<h2>Faults</h2>
			<p class="hint">Apply to the next request to the Graph API.</p>
			<div class="chips">
				{PRESETS.map((preset) => (
					<button type="button" key={preset.label} onClick={() => void add(preset)}>
						{preset.label}
					</button>
				))}
			</div>
			{faults.map((fault) => (
				<p class="fault" key={fault.id}>
					<span>{describe(fault)}</span>
					<button
						type="button"
						class="round"
						aria-label="Remove this fault"
						onClick={() => void remove(fault.id)}
					>
						<Icon icon={Trash2} size={15} />
					</button>
				</p>
			))}
		</section>
	);
}
