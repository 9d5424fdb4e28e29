import { useEffect, useState } from 'preact/hooks';
import type { BehaviorPatch, StateView } from '../../../control/types';
import { act } from '../../state/acts';
import { api } from '../../state/api';
import { activeChat } from '../../state/store';
import { callbacksOf, type CallbackLevel } from './callbacks';
import { Switch } from './Switch';

const set = (patch: BehaviorPatch) => void act(() => api.behavior(patch));

function Choice<Value extends string>(props: {
	label: string;
	value: Value;
	options: Record<Value, string>;
	onChange: (value: Value) => void;
}) {
	return (
		<label class="field field--line">
			<span>{props.label}</span>
			<select
				value={props.value}
				onChange={(event) => props.onChange(event.currentTarget.value as Value)}
			>
				{Object.entries<string>(props.options).map(([value, label]) => (
					<option value={value} key={value}>
						{label}
					</option>
				))}
			</select>
		</label>
	);
}

const LEVELS: Record<CallbackLevel, string> = {
	number: 'override of the phone number',
	account: 'override of the account',
	app: 'callback of the app',
};

function Callbacks({ state }: { state: StateView }) {
	const lines = state.phoneNumbers.flatMap((number) =>
		callbacksOf(state, number).map((callback) => ({ number, ...callback })),
	);
	if (lines.length === 0) {
		return <p class="hint">No app has subscribed. Publish a workflow with the trigger node.</p>;
	}
	return (
		<>
			{lines.map(({ number, url, level, fields }) => (
				<p class="hint" key={`${number.id} ${url}`}>
					{number.displayPhoneNumber}: {LEVELS[level]}
					<br />
					<code>{url}</code>
					{fields && (
						<>
							<br />
							{fields.join(', ')}
						</>
					)}
				</p>
			))}
		</>
	);
}

/** Sends a webhook that no action of a customer causes. */
function Samples() {
	const [names, setNames] = useState<string[]>([]);
	useEffect(() => void api.samples().then(setNames, () => {}), []);
	const send = (name: string) => act(() => api.sendSample(name, activeChat.value));
	return (
		<label class="field field--line">
			<span>Send a sample webhook</span>
			<select
				value=""
				onChange={(event) => {
					void send(event.currentTarget.value);
					event.currentTarget.value = '';
				}}
			>
				<option value="">Choose…</option>
				{names.map((name) => (
					<option value={name} key={name}>
						{name.replaceAll('_', ' ')}
					</option>
				))}
			</select>
		</label>
	);
}

/** Settings of webhooks and limits. */
export function WebhookControls({ state }: { state: StateView }) {
	const { behavior } = state;
	const { webhooks, limits, window } = behavior;
	return (
		<section>
			<h2>Webhooks and limits</h2>
			<Callbacks state={state} />
			<Samples />
			<Switch
				label="Pause webhooks"
				hint="They are sent together when you resume"
				checked={webhooks.paused}
				onChange={(paused) => set({ webhooks: { paused } })}
			/>
			<Switch
				label="Deliver every webhook twice"
				hint="Duplicates, as they happen at Meta"
				checked={webhooks.copies > 1}
				onChange={(twice) => set({ webhooks: { copies: twice ? 2 : 1 } })}
			/>
			<Switch
				label="Statuses out of order"
				checked={behavior.statuses.outOfOrder}
				onChange={(outOfOrder) => set({ statuses: { outOfOrder } })}
			/>
			<Switch
				label="80 messages per second"
				hint="Above it: 130429"
				checked={limits.throughput !== null}
				onChange={(on) => set({ limits: { throughput: on ? 80 : null } })}
			/>
			<Switch
				label="Pair rate limit"
				hint="One message per 6 s and customer: 131056"
				checked={limits.pair}
				onChange={(pair) => set({ limits: { pair } })}
			/>
			<Choice
				label="Customer service window"
				value={window}
				options={{
					seeded: 'open for new customers',
					enforced: 'opened by a message',
					open: 'always open',
				}}
				onChange={(next) => set({ window: next })}
			/>
			<Choice
				label="Signature"
				value={webhooks.signature}
				options={{
					valid: 'valid',
					missing: 'missing',
					wrong: 'wrong',
					'other-app': 'by another app',
					'sha1-only': 'SHA-1 only',
					reserialized: 'of reserialized JSON',
				}}
				onChange={(signature) => set({ webhooks: { signature } })}
			/>
		</section>
	);
}
