import type { WhatsAppEvent } from './event';
import type { WebhookChange } from './payload';
import { contactBook, type ContactBook } from './people';
import { isoTime, isRecord, putAll, record, text, type Json } from './read';

/** The account and phone number in the samples of the App dashboard's Test button. */
const SAMPLE_ACCOUNT = '0';
const SAMPLE_PHONE_NUMBER = '123456123';

/** What all events of one change share. */
export class ChangeReader {
	readonly value: Json;
	readonly field: string;
	readonly businessAccountId?: string;
	readonly contacts: ContactBook;
	readonly displayPhoneNumber?: string;
	private readonly phoneNumberId?: string;
	private readonly time?: string;
	private readonly rawShared: Json;

	constructor(change: WebhookChange) {
		this.field = change.field;
		this.businessAccountId = change.businessAccountId;
		this.value = record(change.value);
		this.contacts = contactBook(this.value);
		this.time = isoTime(change.time);
		const metadata = record(this.value.metadata);
		this.phoneNumberId = text(metadata.phone_number_id);
		this.displayPhoneNumber =
			text(metadata.display_phone_number) ?? text(this.value.display_phone_number);
		this.rawShared =
			this.value === change.value ? withoutLists(this.value) : { value: change.value };
	}

	/**
	 * An event of this change.
	 *
	 * @param fields the fields of the event, the most useful first
	 * @param part Meta's objects that belong to this event alone, e.g. `{ messages: [message] }`
	 */
	event(name: string, fields: Json, part: Json): WhatsAppEvent {
		const event: Json = { event: name, text: '' };
		putAll(event, fields);
		const raw = this.raw();
		putAll(raw, part);
		return this.finish(event, raw);
	}

	/** A new copy of what `raw` has in all events of the change. */
	raw(): Json {
		return { ...this.rawShared };
	}

	/** Adds to an event what all events of the change have. */
	finish(event: Json, raw: Json): WhatsAppEvent {
		const { phoneNumberId, displayPhoneNumber, businessAccountId } = this;
		if (phoneNumberId !== undefined) event.phoneNumberId ??= phoneNumberId;
		if (displayPhoneNumber !== undefined) event.displayPhoneNumber ??= displayPhoneNumber;
		if (businessAccountId !== undefined) event.businessAccountId = businessAccountId;
		if (businessAccountId === SAMPLE_ACCOUNT || phoneNumberId === SAMPLE_PHONE_NUMBER)
			event.isTestEvent = true;
		if (this.time !== undefined) event.timestamp ??= this.time;
		event.field = this.field;
		raw.field = this.field;
		event.raw = raw;
		return event as WhatsAppEvent;
	}

	/**
	 * The same events, with whatever the lists of the change hold and no event carries added to the
	 * `raw` of the first: contacts of nobody in the change, entries that are not objects, lists that the
	 * field does not have by the documentation.
	 */
	complete(events: WhatsAppEvent[]): WhatsAppEvent[] {
		if (events.length === 0) return events;
		for (const key of LISTS) {
			const list = this.value[key];
			if (list === undefined) continue;
			const isNested = key === this.field && NESTED.has(key);
			const left = isNested ? notRead(list) : leftOver(list, key, events);
			if (left === undefined) continue;
			const { raw } = key === 'contacts' ? (events.find(hasContacts) ?? events[0]) : events[0];
			const carried = raw[key];
			raw[key] = Array.isArray(carried) && Array.isArray(left) ? [...carried, ...left] : left;
		}
		return events;
	}
}

/** What a reader that takes the entries of a list apart could not read. */
function notRead(list: unknown): unknown {
	if (isRecord(list)) return undefined;
	if (!Array.isArray(list) || list.length === 0) return list;
	const left = list.filter((entry) => !isRecord(entry));
	return left.length > 0 ? left : undefined;
}

/** The entries of a list that no event carries; the value itself when it is not a list. */
function leftOver(list: unknown, key: string, events: readonly WhatsAppEvent[]): unknown {
	const carried = events.flatMap(({ raw }) => {
		const own = raw[key];
		return Array.isArray(own) ? (own as unknown[]) : [own];
	});
	const known = new Set(carried);
	if (!Array.isArray(list)) return known.has(list) ? undefined : list;
	const left = list.filter((entry) => !known.has(entry));
	return left.length > 0 || (list.length === 0 && carried.every((own) => own === undefined))
		? left
		: undefined;
}

function hasContacts({ raw }: WhatsAppEvent): boolean {
	return Array.isArray(raw.contacts);
}

/** The lists that are taken apart: each event's `raw` holds only its own part of them. */
const LISTS = new Set([
	'automatic_events',
	'calls',
	'contacts',
	'errors',
	'events',
	'groups',
	'history',
	'message_echoes',
	'messages',
	'standby',
	'state_sync',
	'statuses',
	'user_actions',
	'user_preferences',
]);

/** Fields whose list of the same name is taken apart further. */
const NESTED = new Set(['history', 'standby']);

function withoutLists(value: Json): Json {
	const rest: Json = {};
	for (const key in value) if (!LISTS.has(key)) rest[key] = value[key];
	return rest;
}
