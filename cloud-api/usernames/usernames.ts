import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { shortened } from '../values/reading';
import { record, records, text } from '../webhooks/read';

/** The username of a business phone number. */
export interface Username {
	username?: string;
	/** `approved`, `reserved`, or `deleted`. */
	status?: string;
	raw: Json;
}

export async function getUsername(graph: GraphApi, phoneNumberId: string): Promise<Username> {
	const raw = await graph.get(path(phoneNumberId, 'username'));
	return { username: text(raw.username), status: text(raw.status), raw };
}

/**
 * Requests a username for a phone number.
 *
 * @param transfer take the username from another phone number of the same business portfolio
 * @throws InvalidInputError for a form that no username has; GraphError 147001 to 147005 when Meta does not
 * accept it
 */
export async function setUsername(
	graph: GraphApi,
	phoneNumberId: string,
	username: string,
	transfer = false,
): Promise<{ status?: string }> {
	const answer = await graph.post(path(phoneNumberId, 'username'), {
		username: usernameOf(username),
		transfer_action: transfer ? 'force_transfer' : 'none',
	});
	return { status: text(answer.status) };
}

export async function deleteUsername(graph: GraphApi, phoneNumberId: string): Promise<void> {
	await graph.delete(path(phoneNumberId, 'username'));
}

/** Usernames that are free and fit the business. */
export async function suggestUsernames(graph: GraphApi, phoneNumberId: string): Promise<string[]> {
	const answer = await graph.get(path(phoneNumberId, 'username_suggestions'));
	const lists = [answer.username_suggestions, answer.suggestions, answer.data];
	const list = lists.find(Array.isArray) ?? [];
	const nested = records(list).flatMap((entry) =>
		Array.isArray(entry.username_suggestions) ? (entry.username_suggestions as unknown[]) : [],
	);
	return [...list, ...nested]
		.map((entry) => text(entry) ?? text(record(entry).username))
		.filter((name): name is string => name !== undefined);
}

/**
 * Removes a customer from the contact book of a phone number, with which Meta tells the business the
 * phone number of customers who use a username.
 *
 * @param userId business-scoped user ID, e.g. `US.13491208655302741918`
 */
export async function removeFromContactBook(
	graph: GraphApi,
	phoneNumberId: string,
	userId: string,
): Promise<void> {
	const id = userId.trim();
	if (!/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/.test(id)) {
		throw new InvalidInputError(
			'userId',
			id === '' ? 'The user ID is empty' : `"${shortened(id)}" is not a business-scoped user ID`,
			'Use "userId" from the trigger\'s output, e.g. US.13491208655302741918.',
		);
	}
	await graph.delete(path(phoneNumberId, 'contact_book'), {
		query: { messaging_product: 'whatsapp', bsuid: id },
	});
}

/** Letters, digits, periods, and underscores; Meta checks the rest (Meta: usernames). */
function usernameOf(value: string): string {
	const name = value.trim().replace(/^@/, '');
	if (/^[A-Za-z0-9._]{3,35}$/.test(name)) return name;
	throw new InvalidInputError(
		'username',
		name === '' ? 'The username is empty' : `"${shortened(name)}" is not a username`,
		'Enter 3 to 35 letters, digits, periods, or underscores, e.g. lucky_shrub.',
	);
}

function path(phoneNumberId: string, edge: string): string {
	return `${graphId(phoneNumberId, 'sender', 'The phone number ID')}/${edge}`;
}
