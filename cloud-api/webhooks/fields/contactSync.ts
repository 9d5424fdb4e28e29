import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { isoTime, record, records, text } from '../read';

/** `smb_app_state_sync`: a contact that the business added to or removed from its WhatsApp Business app. */
export function contactSyncEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.state_sync).map((sync) => {
		const contact = record(sync.contact);
		const contactName = text(contact.full_name) ?? text(contact.first_name);
		return change.event(
			'contact_sync',
			{
				action: text(sync.action),
				text: [text(sync.action), contactName].filter(Boolean).join(' '),
				contactName,
				firstName: text(contact.first_name),
				from: text(contact.phone_number),
				userId: text(contact.user_id),
				username: text(contact.username),
				timestamp: isoTime(record(sync.metadata).timestamp),
			},
			{ state_sync: [sync] },
		);
	});
}
