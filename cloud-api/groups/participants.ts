import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { parseRecipient, type RecipientOptions } from '../messages/recipient';
import { groupIdOf } from './groupId';
import { GROUP_LIMITS } from './groups';

/**
 * Requests that people are removed from a group; they cannot join again with the same invite link. The
 * webhook field `group_participants_update` says who was removed.
 *
 * @param people phone numbers or business-scoped user IDs, up to 8
 * @throws InvalidInputError when there is nobody, somebody is listed twice, or an entry is neither
 */
export async function removeParticipants(
	graph: GraphApi,
	groupId: string,
	people: string[],
	options: RecipientOptions = {},
): Promise<void> {
	const path = `${groupIdOf(groupId)}/participants`;
	const participants = people.map((person) => participantOf(person, options));
	const values = participants.map((participant) => Object.values(participant)[0]);
	const twice = values.find((value, index) => values.indexOf(value) !== index);
	if (people.length === 0) reject('No participant is entered', 'Enter at least one participant.');
	if (twice) reject(`"${twice}" is listed twice`, 'List each participant once.');
	if (people.length > GROUP_LIMITS.participants) {
		reject(
			`There are ${people.length} participants, but a group has at most 8`,
			'Enter up to 8 participants.',
		);
	}
	await graph.delete(path, { body: { messaging_product: 'whatsapp', participants } });
}

function participantOf(person: string, options: RecipientOptions) {
	const { kind, value } = parseRecipient(person, { ...options, field: 'participants' });
	if (kind === 'group') {
		reject(`"${person}" is a group`, 'Enter phone numbers or business-scoped user IDs.');
	}
	return kind === 'user' ? { user_id: value } : { user: value };
}

function reject(problem: string, fix: string): never {
	throw new InvalidInputError('participants', problem, fix);
}
