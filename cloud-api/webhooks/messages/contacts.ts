import { compact, record, records, text, type Json } from '../read';

/** `contacts`: shared contact cards; as text their names with the first phone number each. */
export function contactsMessage(message: Json): Json {
	const sharedContacts = records(message.contacts).map(contactCard);
	return {
		text: sharedContacts
			.map(({ name, phones: [phone] }) => (phone ? `${name ?? ''} ${phone}`.trim() : name))
			.filter(Boolean)
			.join(', '),
		sharedContacts,
	};
}

function contactCard(card: Json): Json & { name?: string; phones: string[] } {
	const name = record(card.name);
	const phones = records(card.phones);
	return compact({
		name:
			text(name.formatted_name) ??
			(([text(name.first_name), text(name.last_name)].filter(Boolean).join(' ') || undefined) as
				| string
				| undefined),
		phones: texts(phones, 'phone'),
		waIds: texts(phones, 'wa_id'),
		emails: texts(records(card.emails), 'email'),
		firstName: text(name.first_name),
		lastName: text(name.last_name),
		company: text(record(card.org).company),
		jobTitle: text(record(card.org).title),
		urls: filled(texts(records(card.urls), 'url')),
		addresses: filled(records(card.addresses).map(address)),
		birthday: text(card.birthday),
		vcard: text(card.vcard),
		/** `contact_request` when it answers a request for contact information. */
		origin: text(card.origin),
	});
}

function address(value: Json): Json {
	return compact({
		street: text(value.street),
		city: text(value.city),
		state: text(value.state),
		zip: text(value.zip),
		country: text(value.country),
		countryCode: text(value.country_code),
	});
}

function filled<T>(list: T[]): T[] | undefined {
	return list.length > 0 ? list : undefined;
}

function texts(objects: Json[], key: string): string[] {
	return objects.map((object) => text(object[key])).filter((value) => value !== undefined);
}
