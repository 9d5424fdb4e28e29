import { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { isRecord, records } from '../read';
import { echoEvent } from './echoes';
import { messageEvent, statusEvent } from './messages';

/**
 * `standby`: what happens in conversations that another app is in charge of. An event of its own name,
 * so that no workflow answers by mistake; `standbyEvent` says what it would be otherwise.
 */
export function standbyEvents(change: ChangeReader): WhatsAppEvent[] {
	const parts = isRecord(change.value.standby)
		? [change.value.standby]
		: records(change.value.standby);
	return parts.flatMap((standby) => {
		const inner = new ChangeReader({
			businessAccountId: change.businessAccountId,
			field: change.field,
			value: { ...change.value, ...standby },
		});
		return [
			...records(standby.messages).map((message) =>
				messageEvent(inner, message, 'standby', { standbyEvent: 'message' }),
			),
			...records(standby.message_echoes).map((echo) =>
				echoEvent(inner, echo, 'standby', { standbyEvent: 'message_echo' }),
			),
			...records(standby.statuses).map((status) =>
				statusEvent(inner, status, 'standby', { standbyEvent: 'status' }),
			),
		];
	});
}
