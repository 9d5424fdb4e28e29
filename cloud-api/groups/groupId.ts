import { InvalidInputError } from '../errors/cloudApiError';
import { parseRecipient } from '../messages/recipient';
import { shortened } from '../values/reading';

/**
 * Checks a group ID before it becomes part of a URL: base64 text such as `Y2FwaV9ncm91cDoxOTUwNTU1MDA3OToxMjAzNjM…`.
 *
 * @throws InvalidInputError when it is empty, a phone number, or a user ID
 */
export function groupIdOf(value: string): string {
	const id = value.trim();
	if (id === '') {
		throw new InvalidInputError('groupId', 'The group ID is empty', FIX);
	}
	if (isGroup(id)) return encodeURIComponent(id);
	throw new InvalidInputError('groupId', `"${shortened(id)}" is not a group ID`, FIX);
}

const FIX =
	'Use the "groupId" that Group → Get Many returns, or the trigger with the event Group Update.';

function isGroup(id: string): boolean {
	try {
		return parseRecipient(id).kind === 'group';
	} catch {
		return false;
	}
}
