import type { WhatsAppEvent } from './event';
import type { WebhookChange } from './payload';
import { contactBook, type ContactBook } from './people';
import { isoTime, putAll, record, text, type Json } from './read';

/** What all events of one change share. */
export class ChangeReader {
	readonly value: Json;
	readonly field: string;
	readonly businessAccountId?: string;
	readonly contacts: ContactBook;
	private readonly phoneNumberId?: string;
	private readonly displayPhoneNumber?: string;
	private readonly time?: string;
	private readonly rawShared: Json;

	constructor(change: WebhookChange) {
		this.field = change.field;
		this.businessAccountId = change.businessAccountId;
		this.value = record(change.value);
		this.contacts = contactBook(this.value.contacts);
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
	 * @param fields the event's own fields, in the order in which a person wants to read them
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
		if (this.time !== undefined) event.timestamp ??= this.time;
		event.field = this.field;
		raw.field = this.field;
		event.raw = raw;
		return event as WhatsAppEvent;
	}
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

function withoutLists(value: Json): Json {
	const rest: Json = {};
	for (const key in value) if (!LISTS.has(key)) rest[key] = value[key];
	return rest;
}
