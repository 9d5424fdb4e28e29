import { alternateNumber } from './alternateNumber';
import { isRecord, put, record, records, text, type Json } from './read';

/** The flat fields that say who an event is about. */
export interface Person extends Json {
	from?: string;
	userId?: string;
	parentUserId?: string;
	username?: string;
	contactName?: string;
	customerId?: string;
	identityKeyHash?: string;
}

/** Finds Meta's `contacts` entry of a person; built once per change, since a batch may hold a thousand. */
export type ContactBook = (waId?: string, userId?: string) => Json | undefined;

/**
 * The contacts of a change. A contact must have the ID of the person. One exception: the only contact
 * of a change in which only one person occurs is theirs, even if its `wa_id` is in another format.
 */
export function contactBook(value: Json): ContactBook {
	const all = records(value.contacts);
	if (all.length === 0) return () => undefined;
	if (all.length === 1 && hasOnePerson(value)) return () => all[0];
	const byId = new Map<string, Json>();
	for (const contact of all)
		for (const id of [text(contact.wa_id), text(contact.user_id)])
			if (id !== undefined && !byId.has(id)) byId.set(id, contact);
	return (waId, userId) => {
		const byUser = userId === undefined ? undefined : byId.get(userId);
		if (byUser || waId === undefined) return byUser;
		const found = byId.get(waId) ?? byId.get(alternateNumber(waId) ?? '');
		// A number may have passed to another person: a known user ID decides.
		return userId !== undefined && found?.user_id !== undefined ? undefined : found;
	};
}

/** The lists whose entries are about people, and where an entry names its person. */
const PEOPLE: ReadonlyArray<readonly [list: string, ids: readonly string[]]> = [
	['messages', ['from_user_id', 'from']],
	['statuses', ['recipient_user_id', 'recipient_id']],
	['message_echoes', ['to_user_id', 'recipient_user_id', 'to']],
	['calls', ['from_user_id', 'to_user_id', 'user_id', 'id']],
	['groups', ['user_id', 'wa_id']],
	['user_preferences', ['user_id', 'wa_id']],
];

function hasOnePerson(value: Json): boolean {
	if (value.history !== undefined) return false;
	let first: unknown;
	for (const [list, keys] of PEOPLE) {
		const entries = value[list];
		if (!Array.isArray(entries)) continue;
		for (const entry of entries as unknown[]) {
			if (!isRecord(entry)) continue;
			// An entry that names nobody counts as another person.
			const key = keys.find((name) => entry[name] !== undefined);
			const id: unknown = key === undefined ? entry : entry[key];
			if (first !== undefined && id !== first) return false;
			first = id;
		}
	}
	return first !== undefined;
}

/** A person from the IDs in the message or status and from the matching contact, either of which may lack parts. */
export function person(
	ids: { waId?: string; userId?: string; parentUserId?: string },
	contact: Json | undefined,
): Person {
	const found: Person = {};
	putPerson(found, ids.waId, ids.userId, ids.parentUserId, contact);
	return found;
}

/** The same, into an event that is being made. */
export function putPerson(
	event: Person,
	waId: string | undefined,
	userId: string | undefined,
	parentUserId: string | undefined,
	contact: Json | undefined,
): void {
	const known = contact ?? NOBODY;
	const profile = record(known.profile);
	const from = waId ?? text(known.wa_id);
	const id = userId ?? text(known.user_id);
	const parentId = parentUserId ?? text(known.parent_user_id);
	const username = text(profile.username);
	const name = text(profile.name);
	const customerId = id ?? from;
	if (from !== undefined) event.from = from;
	if (id !== undefined) event.userId = id;
	if (parentId !== undefined) event.parentUserId = parentId;
	if (username !== undefined) event.username = username.replace(/^@/, '');
	if (name !== undefined) event.contactName = name;
	if (customerId !== undefined) event.customerId = customerId;
	put(event, 'identityKeyHash', text(known.identity_key_hash));
}

const NOBODY: Json = {};

/** A person of whom a value gives nothing but IDs under one of Meta's usual names. */
export function personOf(value: Json): Person {
	return person(
		{
			waId: text(value.wa_id),
			userId: text(value.user_id) ?? text(value.recipient_user_id),
			parentUserId: text(value.parent_user_id) ?? text(value.parent_recipient_user_id),
		},
		isRecord(value.profile) ? { profile: value.profile } : undefined,
	);
}
