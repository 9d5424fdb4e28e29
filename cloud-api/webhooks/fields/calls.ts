import { answerTo } from '../answerTo';
import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { errorFields } from '../eventError';
import { mediaFields } from '../messages/media';
import { person } from '../people';
import { isoTime, isRecord, milliseconds, number, record, records, text, type Json } from '../read';
import { errorEvents } from './messages';

const WINDOW = 24 * 60 * 60 * 1000;

/** `calls`: calls, the statuses of calls that the business makes, recordings, transcripts, and errors. */
export function callEvents(change: ChangeReader): WhatsAppEvent[] {
	return [
		...records(change.value.calls).map((call) => callEvent(change, call)),
		...records(change.value.statuses).map((status) => callStatusEvent(change, status)),
		...errorEvents(change),
	];
}

function callEvent(change: ChangeReader, call: Json): WhatsAppEvent {
	const fromCustomer = call.direction !== 'BUSINESS_INITIATED';
	const from = text(call.from);
	const to = text(call.to);
	const waId = fromCustomer ? from : to;
	const userId = text(call.from_user_id) ?? text(call.to_user_id) ?? text(call.user_id);
	const parentUserId =
		text(call.from_parent_user_id) ?? text(call.to_parent_user_id) ?? text(call.parent_user_id);
	const contact = change.contacts(waId, userId);
	const caller = person({ waId, userId, parentUserId }, contact);
	const action = text(call.event);
	const session = record(call.session);
	return change.event(
		'call',
		{
			action,
			text: [
				`Call ${action?.replace(/^call_/, '').replace(/_/g, ' ') ?? ''}`.trim(),
				text(call.status),
			]
				.filter(Boolean)
				.join(': '),
			...caller,
			from: from ?? caller.from,
			to,
			answerTo: answerTo(undefined, caller.from, caller.userId),
			callId: text(call.id),
			direction: text(call.direction),
			status: text(call.status),
			duration: number(call.duration),
			startTime: isoTime(call.start_time),
			endTime: isoTime(call.end_time),
			timestamp: isoTime(call.timestamp),
			callbackData: text(call.biz_opaque_callback_data),
			ctaPayload: text(call.cta_payload),
			deeplinkPayload: text(call.deeplink_payload),
			sdpType: text(session.sdp_type),
			sdp: text(session.sdp),
			...callFile(call),
			windowExpiresAt: fromCustomer ? windowAfterCall(call) : undefined,
			...errorFields(call.errors),
		},
		{ ...(contact && { contacts: [contact] }), calls: [call] },
	);
}

/** The recording (audio) or transcript (JSON document) of a call, a file like those of messages. */
function callFile(call: Json): Json {
	const holder = call.call_recording ?? call.call_transcript;
	if (!isRecord(holder)) return {};
	const { audio, document } = holder;
	return { callFileType: text(holder.type), ...mediaFields(record(audio ?? document)) };
}

/** A call opens the customer service window; a recording or transcript of it does not. */
function windowAfterCall(call: Json): string | undefined {
	const time = milliseconds(call.timestamp);
	const isFile = /(recording|transcript)/.test(text(call.event) ?? '');
	return time === undefined || isFile ? undefined : isoTime(time + WINDOW);
}

function callStatusEvent(change: ChangeReader, status: Json): WhatsAppEvent {
	const to = text(status.recipient_id);
	const userId = text(status.recipient_user_id);
	const parentUserId =
		text(status.parent_recipient_user_id) ?? text(status.recipient_parent_user_id);
	const contact = change.contacts(to, userId);
	const { from: number, ...recipient } = person({ waId: to, userId, parentUserId }, contact);
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
