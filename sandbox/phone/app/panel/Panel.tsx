import { signal } from '@preact/signals';
import { X } from 'lucide';
import { Icon } from '../../parts/Icon';
import { selectedId } from '../../state/store';
import { ActivityTab } from './ActivityTab';
import { ControlsTab } from './ControlsTab';
import { MessageTab } from './MessageTab';

const TABS = { message: 'Message', activity: 'Activity', controls: 'Controls' };
type Tab = keyof typeof TABS;

const tab = signal<Tab>('message');
/** Whether the panel is open. Applies to narrow screens, where it covers the page. */
export const panelOpen = signal(false);

/** Shows the details of a message. */
export function showMessagePanel(id: string) {
	selectedId.value = id;
	tab.value = 'message';
	panelOpen.value = true;
}

function onTabKey(event: KeyboardEvent) {
	const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
	if (step === 0) return;
	const names = Object.keys(TABS) as Tab[];
	tab.value = names[(names.indexOf(tab.value) + step + names.length) % names.length];
	document.getElementById(`tab-${tab.value}`)?.focus();
}

/** The panel with message details, activity, and controls. */
export function Panel() {
	return (
		<aside class="panel" aria-label="Details and controls">
			<div class="panel__tabs" role="tablist" onKeyDown={onTabKey}>
				{Object.entries(TABS).map(([name, label]) => (
					<button
						type="button"
						role="tab"
						key={name}
						id={`tab-${name}`}
						aria-selected={tab.value === name}
						aria-controls="panel-body"
						tabIndex={tab.value === name ? 0 : -1}
						onClick={() => (tab.value = name as Tab)}
					>
						{label}
					</button>
				))}
				<button
					type="button"
					class="round panel__close"
					aria-label="Close"
					onClick={() => (panelOpen.value = false)}
				>
					<Icon icon={X} />
				</button>
			</div>
			<div
				class="panel__body"
				id="panel-body"
				role="tabpanel"
				aria-labelledby={`tab-${tab.value}`}
				tabIndex={0}
			>
				{tab.value === 'message' && <MessageTab />}
				{tab.value === 'activity' && <ActivityTab />}
				{tab.value === 'controls' && <ControlsTab />}
			</div>
		</aside>
	);
}
