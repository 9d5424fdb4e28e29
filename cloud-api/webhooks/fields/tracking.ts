import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { isoTime, number, record, records, text } from '../read';

/** `automatic_events`: a lead or purchase that Meta detected in a conversation. */
export function automaticEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.automatic_events).map((found) => {
		const data = record(found.custom_data);
		const action = text(found.event_name);
		return change.event(
			'automatic_event',
			{
				action,
				text: action,
				messageId: text(found.id),
				ctwaClid: text(found.ctwa_clid),
				amount: number(data.value),
				currency: text(data.currency),
				timestamp: isoTime(found.timestamp),
			},
			{ automatic_events: [found] },
		);
	});
}

/** `tracking_events`: a conversion after a click on a marketing message. */
export function trackingEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.events).map((tracked) => {
		const data = record(tracked.tracking_data);
		const action = text(tracked.event_name);
		return change.event(
			'tracking_event',
			{
				action,
				text: action,
				clickId: text(data.click_id),
				trackingToken: text(data.tracking_token),
				timestamp: isoTime(tracked.timestamp),
			},
			{ events: [tracked] },
		);
	});
}
