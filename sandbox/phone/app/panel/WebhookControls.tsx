import type { AppView, Behavior, BehaviorPatch } from '../../../control/types';
import { act } from '../../state/acts';
import { api } from '../../state/api';
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

/** How webhooks leave, and the limits of the platform. */
export function WebhookControls({ behavior, apps }: { behavior: Behavior; apps: AppView[] }) {
	const { webhooks, limits, window } = behavior;
	const callbacks = apps.flatMap(({ subscription }) => subscription ?? []);
	return (
		<section>
			<h2>Webhooks and limits</h2>
			{callbacks.length === 0 && (
				<p class="hint">No app has subscribed yet: activate a workflow with the trigger node.</p>
			)}
			{callbacks.map(({ callbackUrl, fields }) => (
				<p class="hint" key={callbackUrl}>
					<code>{callbackUrl}</code>
					<br />
					{fields.join(', ')}
				</p>
			))}
			<Switch
				label="Pause webhooks"
				hint="They wait and leave together when you resume"
				checked={webhooks.paused}
				onChange={(paused) => set({ webhooks: { paused } })}
			/>
			<Switch
				label="Deliver twice"
				hint="Duplicates, as Meta warns of"
				checked={webhooks.copies > 1}
				onChange={(twice) => set({ webhooks: { copies: twice ? 2 : 1 } })}
			/>
			<Switch
				label="Statuses out of order"
				checked={behavior.statuses.outOfOrder}
				onChange={(outOfOrder) => set({ statuses: { outOfOrder } })}
			/>
			<Switch
				label="80 messages a second"
				hint="Beyond it: 130429"
				checked={limits.throughput !== null}
				onChange={(on) => set({ limits: { throughput: on ? 80 : null } })}
			/>
			<Switch
				label="Pair rate"
				hint="One message in 6 s per person: 131056"
				checked={limits.pair}
				onChange={(pair) => set({ limits: { pair } })}
			/>
			<Choice
				label="24-hour window"
				value={window}
				options={{
					seeded: 'open at first',
					enforced: 'only after a message',
					open: 'never checked',
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
					'other-app': 'of another app',
					'sha1-only': 'SHA-1 only',
					reserialized: 'of re-serialized JSON',
				}}
				onChange={(signature) => set({ webhooks: { signature } })}
			/>
		</section>
	);
}
