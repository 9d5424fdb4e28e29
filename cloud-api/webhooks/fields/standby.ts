import { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { eventErrors } from '../eventError';
import { isRecord, records, type Json } from '../read';
import { echoEvent } from './echoes';
import { genericEvent } from './generic';
import { messageEvent, statusEvent } from './messages';

/**
 * `standby`: what happens in conversations that another app controls. The events have a name of their
 * own, so that no workflow answers by mistake; `standbyEvent` contains what they would be otherwise.
 */
export function standbyEvents(change: ChangeReader): WhatsAppEvent[] {
	const parts = isRecord(change.value.standby)
		? [change.value.standby]
		: records(change.value.standby);
	return parts.flatMap((standby) => partEvents(change, standby));
}

function partEvents(change: ChangeReader, standby: Json): WhatsAppEvent[] {
	const inner = new ChangeReader({
		businessAccountId: change.businessAccountId,
		field: change.field,
		value: { ...change.value, ...standby },
	});
	const errors = records(standby.errors);
	const events = [
		...records(standby.messages).map((message) =>
			messageEvent(inner, message, 'standby', { standbyEvent: 'message' }),
		),
		...records(standby.message_echoes).map((echo) =>
			echoEvent(inner, echo, 'standby', { standbyEvent: 'message_echo' }),
		),
		...records(standby.statuses).map((status) =>
			statusEvent(inner, status, 'standby', { standbyEvent: 'status' }),
		),
		...eventErrors(errors).map((error, index) =>
			inner.event(
				'standby',
				{ standbyEvent: 'error', text: error.title, error },
				{ errors: [errors[index]] },
			),
		),
	];
	return events.length > 0 ? inner.complete(events) : [genericEvent(inner)];
}
