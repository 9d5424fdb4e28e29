import { answerTo } from '../answerTo';
import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { isoTime, record, text } from '../read';

/** `messaging_handovers`: a conversation went to another owner. Has no `metadata`; the number is in `recipient`. */
export function handoverEvents(change: ChangeReader): WhatsAppEvent[] {
	const { value } = change;
	const recipient = record(value.recipient);
	const sender = record(value.sender);
	const type = text(value.type);
	const details = record(value[type ?? '']);
	const from = text(sender.phone_number);
	const userId = text(sender.user_id);
	const context = record(details.conversation_context);
	const newOwnerRole = text(details.new_owner_role);
	return [
		change.event(
			'messaging_handovers',
			{
				action: type,
				text: [type?.replace(/_/g, ' '), newOwnerRole].filter(Boolean).join(' to '),
				from,
				userId,
				customerId: userId ?? from,
				answerTo: answerTo(undefined, from, userId),
				previousOwnerRole: text(details.previous_owner_role),
				newOwnerRole,
				handoverMetadata: text(details.metadata),
				conversationSummary: text(record(context.summary).text),
				phoneNumberId: text(recipient.phone_number_id),
				displayPhoneNumber: text(recipient.display_phone_number),
				timestamp: isoTime(value.timestamp),
			},
			value,
		),
	];
}
