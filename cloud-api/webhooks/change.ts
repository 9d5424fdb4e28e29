import type { WhatsAppEvent } from './event';
import type { WebhookChange } from './payload';
import { contactBook, type ContactBook } from './people';
import { compact, record, text, type Json } from './read';

/** What all events of one change share. */
export class ChangeReader {
	readonly value: Json;
	readonly field: string;
	readonly contacts: ContactBook;
	private readonly shared: Json;
	private readonly rawShared: Json;

	constructor(change: WebhookChange) {
		this.field = change.field;
		this.value = record(change.value);
		this.contacts = contactBook(this.value.contacts);
		const metadata = record(this.value.metadata);
		this.shared = {
			phoneNumberId: text(metadata.phone_number_id),
			displayPhoneNumber: text(metadata.display_phone_number) ?? text(this.value.display_phone_number),
			businessAccountId: change.businessAccountId,
		};
		this.rawShared = this.value === change.value ? withoutLists(this.value) : { value: change.value };
	}

	/**
	 * An event of this change.
	 *
	 * @param fields the event's own fields, in the order in which a person wants to read them
	 * @param part Meta's objects that belong to this event alone, e.g. `{ messages: [message] }`
	 */
	event(name: string, fields: Json & { text?: string }, part: Json): WhatsAppEvent {
		return compact({
			event: name,
			...fields,
			text: fields.text ?? '',
			...this.shared,
			...ownNumbers(fields),
			field: this.field,
			raw: { ...this.rawShared, ...part, field: this.field },
		});
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

/** A few values name the phone number beside the usual metadata; an event's own word wins. */
function ownNumbers(fields: Json): Json {
	const own: Json = {};
	for (const name of ['phoneNumberId', 'displayPhoneNumber'])
		if (fields[name] !== undefined) own[name] = fields[name];
	return own;
}
