import { ChangeReader } from './change';
import type { WhatsAppEvent } from './event';
import { callEvents } from './fields/calls';
import { contactSyncEvents } from './fields/contactSync';
import { echoEvents } from './fields/echoes';
import { accountAlertEvents, genericEvent, genericEvents } from './fields/generic';
import { groupEvents } from './fields/groups';
import { handoverEvents } from './fields/handovers';
import { historyEvents } from './fields/history';
import { messagesEvents } from './fields/messages';
import { standbyEvents } from './fields/standby';
import {
	templateCategoryEvents,
	templateComponentsEvents,
	templateMisuseEvents,
	templateQualityEvents,
	templateStatusEvents,
} from './fields/templates';
import { automaticEvents, trackingEvents } from './fields/tracking';
import { userPreferenceEvents } from './fields/userPreferences';
import type { WebhookChange } from './payload';

type FieldReader = (change: ChangeReader) => WhatsAppEvent[];

const readers: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
	['account_alerts', accountAlertEvents],
	['automatic_events', automaticEvents],
	['calls', callEvents],
	['group_lifecycle_update', groupEvents],
	['group_participants_update', groupEvents],
	['group_settings_update', groupEvents],
	['group_status_update', groupEvents],
	['history', historyEvents],
	['message_echoes', echoEvents],
	['message_template_components_update', templateComponentsEvents],
	['message_template_quality_update', templateQualityEvents],
	['message_template_status_update', templateStatusEvents],
	['messages', messagesEvents],
	['messaging_handovers', handoverEvents],
	['smb_app_state_sync', contactSyncEvents],
	['smb_message_echoes', echoEvents],
	['standby', standbyEvents],
	['template_category_update', templateCategoryEvents],
	['template_correct_category_detection', templateMisuseEvents],
	['tracking_events', trackingEvents],
	['user_preferences', userPreferenceEvents],
]);

/**
 * Everything that happened in a delivery, in Meta's order: one flat event for every entry × change ×
 * (message | status | error | other thing). Never throws. A change in which nothing known is found is
 * one event, named after its field. The `raw` of all events together holds the whole of each change.
 */
export function readEvents(changes: readonly WebhookChange[]): WhatsAppEvent[] {
	return changes.flatMap((change) => {
		const reader = new ChangeReader(change);
		const events = (readers.get(change.field) ?? genericEvents)(reader);
		return events.length > 0 ? reader.complete(events) : [genericEvent(reader)];
	});
}
