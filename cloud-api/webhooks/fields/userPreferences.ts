import { answerTo } from '../answerTo';
import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { person } from '../people';
import { isoTime, records, text } from '../read';

/** `user_preferences`: a customer stopped or resumed marketing messages. */
export function userPreferenceEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.user_preferences).map((preference) => {
		const waId = text(preference.wa_id);
		const userId = text(preference.user_id);
		const contact = change.contacts(waId, userId);
		const sender = person({ waId, userId, parentUserId: text(preference.parent_user_id) }, contact);
		return change.event(
			'user_preference',
			{
				category: text(preference.category),
				preference: text(preference.value),
				text: text(preference.detail),
				...sender,
				answerTo: answerTo(undefined, sender.from, sender.userId),
				signupId: text(preference.signup_id),
				timestamp: isoTime(preference.timestamp),
			},
			{ ...(contact && { contacts: [contact] }), user_preferences: [preference] },
		);
	});
}
