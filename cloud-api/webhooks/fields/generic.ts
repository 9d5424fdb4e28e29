import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { errorFields } from '../eventError';
import { camelCase, isoTime, isRecord, text, type Json } from '../read';

/** Names that mean something else in an event than in a value. */
const RENAMED: ReadonlyMap<string, string> = new Map([
	['decision', 'action'],
	['event', 'action'],
	['phone_number', 'displayPhoneNumber'],
	['type', 'kind'],
]);

const NOT_COPIED = new Set([
	'contacts',
	'errors',
	'field',
	'messaging_product',
	'metadata',
	'raw',
	'text',
	'timestamp',
]);

/**
 * An event of a field without a specific reader, or of an unknown field: the fields of the value under
 * camelCase names, with `event` and `decision` as `action`. Nothing is left out; all is in `raw` too.
 */
export function genericEvents(change: ChangeReader): WhatsAppEvent[] {
	return [genericEvent(change)];
}

/** @param value what the flat fields are read from; the value of the change when left out */
export function genericEvent(change: ChangeReader, value: Json = change.value): WhatsAppEvent {
	const fields = flatFields(value);
	return change.event(
		change.field,
		{
			action: undefined,
			text:
				text(value.message) ??
				text(value.alert_description) ??
				summary(change.field, fields.action),
			...fields,
			timestamp: isoTime(value.timestamp),
			...errorFields(value.errors),
		},
		change.value,
	);
}

/** `account_alerts`: the alert is in `alert_info`, in older deliveries in the value itself. */
export function accountAlertEvents(change: ChangeReader): WhatsAppEvent[] {
	const { alert_info: alert, ...value } = change.value;
	return [genericEvent(change, isRecord(alert) ? { ...value, ...alert } : change.value)];
}

function flatFields(value: Json): Json {
	const flat: Json = {};
	for (const key in value) {
		if (NOT_COPIED.has(key) || value[key] === null) continue;
		flat[RENAMED.get(key) ?? camelCase(key)] = value[key];
	}
	return flat;
}

/** "account update: PARTNER_ADDED" */
function summary(field: string, action: unknown): string {
	return [field.replace(/_/g, ' '), text(action)].filter(Boolean).join(': ');
}
