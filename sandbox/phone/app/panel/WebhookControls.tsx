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

/** Settings of webhooks and limits. */
export function WebhookControls({ behavior, apps }: { behavior: Behavior; apps: AppView[] }) {
	const { webhooks, limits, window } = behavior;
	const callbacks = apps.flatMap(({ subscription }) => subscription ?? []);
	return (
		<section>
			<h2>Webhooks and limits</h2>
			{callbacks.length === 0 && (
				<p class="hint">No app has subscribed. Publish a workflow with the trigger node.</p>
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
