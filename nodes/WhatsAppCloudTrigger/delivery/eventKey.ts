import { createHash } from 'crypto';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';

export const KEY_LENGTH = 11;

/** Events that their message ID identifies, together with the type (and status) of the message. */
const BY_MESSAGE = new Set(['history', 'message', 'message_echo', 'standby', 'status']);

/**
 * What identifies an event when it is delivered again, in whatever batch: message, type, and status.
 * Where one message ID stands for several events (payments and their refunds, statuses in groups,
 * automatic events), and where there is none, the whole content of the event.
 */
export function eventKey(event: WhatsAppEvent): string {
	const { event: name, field, messageId, status, phoneNumberId, businessAccountId } = event;
	const byMessage =
		BY_MESSAGE.has(name) &&
		messageId !== undefined &&
		event.payment === undefined &&
		(event.groupId === undefined || status === undefined);
	const identity = byMessage
		? [name, messageId, event.type, status]
		: [name, field, messageId, businessAccountId, phoneNumberId, event.timestamp, event.raw];
	return createHash('sha256')
		.update(JSON.stringify(identity))
		.digest('base64url')
		.slice(0, KEY_LENGTH);
}

/** Statuses and histories arrive in large numbers, which must not displace messages. */
export type Budget = 'messages' | 'statuses' | 'history';

export function budgetOf(event: WhatsAppEvent): Budget {
	if (event.status !== undefined && event.type === undefined) return 'statuses';
	return event.event === 'history' || event.event === 'contact_sync' ? 'history' : 'messages';
}
