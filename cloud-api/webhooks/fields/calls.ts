import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { errorFields } from '../eventError';
import { person } from '../people';
import { isoTime, milliseconds, number, records, text, type Json } from '../read';

const WINDOW = 24 * 60 * 60 * 1000;

/** `calls`: calls and the states of calls that the business makes. */
export function callEvents(change: ChangeReader): WhatsAppEvent[] {
	return [
		...records(change.value.calls).map((call) => callEvent(change, call)),
		...records(change.value.statuses).map((status) => callStatusEvent(change, status)),
	];
}

function callEvent(change: ChangeReader, call: Json): WhatsAppEvent {
	const fromCustomer = call.direction !== 'BUSINESS_INITIATED';
	const from = text(call.from);
	const to = text(call.to);
	const userId = text(call.from_user_id) ?? text(call.to_user_id) ?? text(call.user_id);
	const contact = change.contacts(fromCustomer ? from : to, userId);
	const caller = person({ waId: fromCustomer ? from : to, userId }, contact);
	const action = text(call.event);
	const time = milliseconds(call.timestamp);
	return change.event(
		'call',
		{
			action,
			text: [`Call ${action ?? ''}`.trim(), text(call.status)].filter(Boolean).join(': '),
			...caller,
			from,
			to,
			answerTo: caller.from ?? caller.userId,
			callId: text(call.id),
			direction: text(call.direction),
			status: text(call.status),
			duration: number(call.duration),
			startTime: isoTime(call.start_time),
			endTime: isoTime(call.end_time),
			timestamp: isoTime(call.timestamp),
			callbackData: text(call.biz_opaque_callback_data),
			windowExpiresAt: fromCustomer && time !== undefined ? isoTime(time + WINDOW) : undefined,
			...errorFields(call.errors),
		},
		{ ...(contact && { contacts: [contact] }), calls: [call] },
	);
}

function callStatusEvent(change: ChangeReader, status: Json): WhatsAppEvent {
	const to = text(status.recipient_id);
	const userId = text(status.recipient_user_id);
	const contact = change.contacts(to, userId);
	const { from: number, ...recipient } = person({ waId: to, userId }, contact);
	return change.event(
		'call_status',
		{
			status: text(status.status),
			text: text(status.status),
			to: number,
			...recipient,
			callId: text(status.id),
			timestamp: isoTime(status.timestamp),
			callbackData: text(status.biz_opaque_callback_data),
			...errorFields(status.errors),
		},
		{ ...(contact && { contacts: [contact] }), statuses: [status] },
	);
}
