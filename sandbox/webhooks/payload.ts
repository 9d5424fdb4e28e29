import type { Json } from '../control/types';

/** An event that becomes a change of a webhook payload. */
export interface Update {
	/** WABA ID. */
	accountId: string;
	field: string;
	value: Record<string, unknown>;
	/** Milliseconds, for `entry.time`. */
	at: number;
}

interface MessagesValue {
	metadata?: { phone_number_id?: string };
	contacts?: Array<{ user_id?: string }>;
	messages?: unknown[];
	statuses?: unknown[];
}

interface Change {
	field: string;
	value: Record<string, unknown>;
}

/** Merges two changes of `messages` as Meta does: same number, both messages or both statuses. */
function joined(previous: Change, next: Change): Change | undefined {
	if (previous.field !== 'messages' || next.field !== 'messages') return undefined;
	const [a, b] = [previous.value as MessagesValue, next.value as MessagesValue];
	if (a.metadata?.phone_number_id !== b.metadata?.phone_number_id) return undefined;
	const list = a.messages && b.messages ? 'messages' : a.statuses && b.statuses ? 'statuses' : null;
	if (!list) return undefined;
	const contacts = [...(a.contacts ?? [])];
	const known = new Set(contacts.map((contact) => contact.user_id));
	for (const contact of b.contacts ?? []) if (!known.has(contact.user_id)) contacts.push(contact);
	return {
		field: 'messages',
		value: {
			...a,
			...(contacts.length > 0 ? { contacts } : {}),
			[list]: [...(a[list] ?? []), ...(b[list] ?? [])],
		},
	};
}

/** Messages or statuses per change. */
const MAX_PER_CHANGE = 20;

/** Builds a payload: an entry per WABA, a change per field and number. Consecutive messages share a change. */
export function payloadOf(updates: Update[]): Json {
	const entries = new Map<string, { id: string; time: number; changes: Change[] }>();
	for (const { accountId, field, value, at } of updates) {
		let entry = entries.get(accountId);
		if (!entry) {
			entry = { id: accountId, time: Math.floor(at / 1000), changes: [] };
			entries.set(accountId, entry);
		}
		const change = { field, value };
		const last = entry.changes.at(-1);
		const merged = last && sizeOf(last) < MAX_PER_CHANGE ? joined(last, change) : undefined;
		if (merged) entry.changes[entry.changes.length - 1] = merged;
		else entry.changes.push(change);
	}
	return {
		object: 'whatsapp_business_account',
		entry: [...entries.values()].map(({ id, time, changes }) => ({
			id,
			...(changes.every(({ field }) => field === 'messages') ? {} : { time }),
			changes: changes.map(({ value, field }) => ({ value, field })),
		})),
	} as unknown as Json;
}

function sizeOf({ value }: Change): number {
	const { messages, statuses } = value as MessagesValue;
	return (messages ?? statuses ?? []).length;
}
