import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { errorFields } from '../eventError';
import { personOf } from '../people';
import { isoTime, records, text } from '../read';

/** `group_*_update`: a group was created, changed or deleted, or people joined and left. */
export function groupEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.groups).map((group) => {
		const action = text(group.type);
		return change.event(
			change.field,
			{
				action,
				text: [action?.replace(/_/g, ' '), text(group.subject)].filter(Boolean).join(': '),
				groupId: text(group.group_id),
				subject: text(group.subject),
				description: text(group.description),
				inviteLink: text(group.invite_link),
				requestId: text(group.request_id),
				reason: text(group.reason),
				initiatedBy: text(group.initiated_by),
				addedParticipants: people(group.added_participants),
				removedParticipants: people(group.removed_participants),
				timestamp: isoTime(group.timestamp),
				...errorFields(group.errors),
			},
			{ groups: [group] },
		);
	});
}

function people(participants: unknown) {
	return participants === undefined ? undefined : records(participants).map(personOf);
}
