import { RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import { clockExact, dayName, duration } from '../../parts/time';
import { act, say } from '../../state/acts';
import { api } from '../../state/api';
import { loadState } from '../../state/sync';
import { activeChat, now, state } from '../../state/store';
import { CustomerControls } from './CustomerControls';
import { SpecialControls } from './SpecialControls';
import { GroupControls } from './GroupControls';
import { FaultControls } from './FaultControls';
import { WebhookControls } from './WebhookControls';

const MINUTE = 60_000;
const STEPS: Array<[label: string, ms: number]> = [
	['1 min', MINUTE],
	['10 min', 10 * MINUTE],
	['1 hour', 60 * MINUTE],
	['24 hours', 24 * 60 * MINUTE],
	['30 days', 30 * 24 * 60 * MINUTE],
];

function Time() {
	const chat = activeChat.value;
	const ends = chat && !chat.group ? (chat.customer.windowExpiresAt[chat.number.id] ?? 0) : 0;
	const advance = (label: string, ms: number) =>
		act(async () => {
			await api.advance(ms);
			await loadState();
			say(`${label} later`);
		});
	return (
		<section>
			<h2>Time</h2>
			<p class="hint">
				{dayName(now.value, Date.now())}, {clockExact(now.value)}
				{chat &&
					!chat.group &&
					(ends > now.value
						? ` · customer service window open for ${duration(ends - now.value)}`
						: ' · customer service window closed')}
			</p>
			<div class="chips">
				{STEPS.map(([label, ms]) => (
					<button type="button" key={label} onClick={() => void advance(label, ms)}>
						+{label}
					</button>
				))}
			</div>
		</section>
	);
}

function Reset() {
	const [asking, setAsking] = useState(false);
	if (!asking) {
		return (
			<button type="button" class="plain" onClick={() => setAsking(true)}>
				<Icon icon={RotateCcw} size={16} /> Reset the sandbox
			</button>
		);
	}
	const reset = async () => {
		if (await act(() => api.reset())) say('The sandbox was reset');
		setAsking(false);
	};
	return (
		<div class="confirm">
			<p>Delete all chats, customers, templates, and subscriptions?</p>
			<button type="button" class="primary primary--bad" onClick={() => void reset()}>
				Reset
			</button>
			<button type="button" class="plain" onClick={() => setAsking(false)}>
				Cancel
			</button>
		</div>
	);
}

/** Controls of the customer, the clock, faults, and webhooks. */
export function ControlsTab() {
	if (!state.value) return <p class="hint hint--center">Waiting for the sandbox…</p>;
	return (
		<div class="controls">
			{activeChat.value && <CustomerControls customer={activeChat.value.customer} />}
			<Time />
			{activeChat.value && <SpecialControls chat={activeChat.value} />}
			{activeChat.value && <GroupControls customer={activeChat.value.customer} />}
			<FaultControls faults={state.value.faults} />
			<WebhookControls state={state.value} />
			<Reset />
		</div>
	);
}
