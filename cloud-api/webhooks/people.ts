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

export function contactBook(contacts: unknown): ContactBook {
	const all = records(contacts);
	if (all.length === 0) return () => undefined;
	// A single contact is the sender's even where its wa_id is spelled otherwise than `from` (Brazil, Mexico).
	if (all.length === 1) return () => all[0];
	const byId = new Map<string, Json>();
	for (const contact of all)
		for (const id of [text(contact.wa_id), text(contact.user_id)])
			if (id !== undefined && !byId.has(id)) byId.set(id, contact);
	return (waId, userId) =>
		(userId === undefined ? undefined : byId.get(userId)) ??
		(waId === undefined ? undefined : byId.get(waId));
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

/** A person of whom a value gives nothing but IDs under Meta's usual names. */
export function personOf(value: Json): Person {
	return person(
		{
			waId: text(value.wa_id),
			userId: text(value.user_id),
			parentUserId: text(value.parent_user_id),
		},
		isRecord(value.profile) ? { profile: value.profile } : undefined,
	);
}
