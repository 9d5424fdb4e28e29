import type { ChangeReader } from '../change';
import type { WhatsAppEvent } from '../event';
import { errorFields } from '../eventError';
import { person, personOf, type Person } from '../people';
import { compact, flag, isoTime, isRecord, record, records, text, type Json } from '../read';

/** `group_*_update`: a group was created, changed, or deleted, or people joined, left, or asked to join. */
export function groupEvents(change: ChangeReader): WhatsAppEvent[] {
	return records(change.value.groups).map((group) => {
		const action = text(group.type);
		const subject = record(group.group_subject);
		const description = record(group.group_description);
		const picture = record(group.profile_picture);
		const requester = personOf(group);
		const { from, userId, parentUserId } = requester;
		const contact = change.contacts(from, userId);
		const name = text(group.subject) ?? text(subject.text);
		return change.event(
			change.field,
			{
				action,
				text: [action?.replace(/_/g, ' '), name].filter(Boolean).join(': '),
				groupId: text(group.group_id),
				subject: name,
				subjectUpdated: flag(subject.update_successful),
				description: text(group.description) ?? text(description.text),
				descriptionUpdated: flag(description.update_successful),
				pictureUpdated: flag(picture.update_successful),
				pictureMimeType: text(picture.mime_type),
				pictureSha256: text(picture.sha256),
				inviteLink: text(group.invite_link),
				joinApprovalMode: text(group.join_approval_mode),
				joinRequestId: text(group.join_request_id),
				requestId: text(group.request_id),
				reason: text(group.reason),
				initiatedBy: text(group.initiated_by),
				...requester,
				...(contact && person({ waId: from, userId, parentUserId }, contact)),
				addedParticipants: people(group.added_participants),
				removedParticipants: people(group.removed_participants),
				failedParticipants: people(group.failed_participants),
				timestamp: isoTime(group.timestamp),
				...errorFields(allErrors(group, subject, description, picture)),
			},
			{ ...(contact && { contacts: [contact] }), groups: [group] },
		);
	});
}

/** Participants; `input` is what the request named them by, `error` why the request failed for them. */
function people(participants: unknown): Person[] | undefined {
	if (!Array.isArray(participants)) return undefined;
	return participants.map((participant: unknown) =>
		isRecord(participant)
			? compact({
					...personOf(participant),
					input: text(participant.input),
					...errorFields(participant.errors),
				})
			: { input: text(participant) },
	);
}

/** The errors of the event and of each setting that could not be updated. */
function allErrors(...holders: Json[]): Json[] {
	return holders.flatMap(({ errors }) => records(errors));
}
