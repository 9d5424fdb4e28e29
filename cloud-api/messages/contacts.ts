import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { list, optionalText, refuse, requiredText } from './schema';

export const CONTACTS_LIMITS = { contacts: { min: 1, max: 257 } } as const;

export interface Contact {
	/** What is shown; made from the other parts when left out. */
	formattedName?: string;
	prefix?: string;
	firstName?: string;
	middleName?: string;
	lastName?: string;
	suffix?: string;
	/** `YYYY-MM-DD` */
	birthday?: string;
	/** With a WhatsApp ID the card offers "Message", without it "Invite to WhatsApp". */
	phones?: Array<{ phone: string; type?: string; waId?: string }>;
	emails?: Array<{ email: string; type?: string }>;
	urls?: Array<{ url: string; type?: string }>;
	addresses?: Array<{
		street?: string;
		city?: string;
		state?: string;
		zip?: string;
		country?: string;
		countryCode?: string;
		type?: string;
	}>;
	company?: string;
	department?: string;
	jobTitle?: string;
}

const contact = z
	.object({
		formattedName: optionalText('Name of contact #'),
		prefix: optionalText('Prefix of contact #'),
		firstName: optionalText('First name of contact #'),
		middleName: optionalText('Middle name of contact #'),
		lastName: optionalText('Last name of contact #'),
		suffix: optionalText('Suffix of contact #'),
		birthday: optionalText('Birthday of contact #').superRefine((birthday, context) => {
			if (birthday === undefined || isDate(birthday)) return;
			refuse(
				context,
				`Birthday of contact # is "${birthday}", which is not a date as WhatsApp writes it`,
				'Write it as YYYY-MM-DD, e.g. 1990-12-31.',
			);
		}),
		phones: z
			.array(
				z.object({
					phone: requiredText('Phone in contact #, position #'),
					type: optionalText('Phone type in contact #, position #'),
					waId: optionalText('WhatsApp ID in contact #, position #').superRefine((id, context) => {
						if (id === undefined || /^\d{7,15}$/.test(id)) return;
						refuse(
							context,
							`WhatsApp ID in contact #, position # is "${id}", but a WhatsApp ID has 7 to 15 digits`,
							'Enter the digits of the number with country code, without +, e.g. 491701234567.',
						);
					}),
				}),
			)
			.default([]),
		emails: z
			.array(
				z.object({
					email: requiredText('Email in contact #, position #'),
					type: optionalText('Email type in contact #, position #'),
				}),
			)
			.default([]),
		urls: z
			.array(
				z.object({
					url: requiredText('URL in contact #, position #'),
					type: optionalText('URL type in contact #, position #'),
				}),
			)
			.default([]),
		addresses: z
			.array(
				z.object({
					street: optionalText('Street in contact #, address #'),
					city: optionalText('City in contact #, address #'),
					state: optionalText('State in contact #, address #'),
					zip: optionalText('ZIP in contact #, address #'),
					country: optionalText('Country in contact #, address #'),
					countryCode: optionalText('Country code in contact #, address #'),
					type: optionalText('Address type in contact #, address #'),
				}),
			)
			.default([]),
		company: optionalText('Company of contact #'),
		department: optionalText('Department of contact #'),
		jobTitle: optionalText('Job title of contact #'),
	})
	.superRefine(({ formattedName, prefix, firstName, middleName, lastName, suffix }, context) => {
		if (formattedName ?? prefix ?? firstName ?? middleName ?? lastName ?? suffix) return;
		refuse(context, 'Contact # has no name', 'Enter at least a first name.', ['firstName']);
	});

const schema = z.object({
	contacts: list(contact, 'Contacts', ['contact', 'contacts'], CONTACTS_LIMITS.contacts),
});

/** One or more contact cards. */
export function contactsMessage(input: { contacts: Contact[] }): MessageContent {
	return { type: 'contacts', contacts: check(schema, input).contacts.map(card) };
}

function card(given: z.output<typeof contact>): Record<string, unknown> {
	const { phones, emails, urls, addresses, company, department, jobTitle, birthday } = given;
	const organisation = compact({ company, department, title: jobTitle });
	return {
		name: nameOf(given),
		...(birthday !== undefined && { birthday }),
		...(phones.length > 0 && {
			phones: phones.map(({ waId, ...phone }) => compact({ ...phone, wa_id: waId })),
		}),
		...(emails.length > 0 && { emails: emails.map(compact) }),
		...(urls.length > 0 && { urls: urls.map(compact) }),
		...(addresses.length > 0 && {
			addresses: addresses.map(({ countryCode, ...address }) =>
				compact({ ...address, country_code: countryCode }),
			),
		}),
		...(Object.keys(organisation).length > 0 && { org: organisation }),
	};
}

/** Meta wants the formatted name and at least one part beside it; the form needs only one of them. */
function nameOf(given: z.output<typeof contact>): Record<string, unknown> {
	const { prefix, firstName, middleName, lastName, suffix } = given;
	const parts = [prefix, firstName, middleName, lastName, suffix].filter(Boolean);
	const formatted = given.formattedName ?? parts.join(' ');
	return compact({
		formatted_name: formatted,
		first_name: firstName ?? (parts.length === 0 ? formatted : undefined),
		middle_name: middleName,
		last_name: lastName,
		prefix,
		suffix,
	});
}

function compact(values: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function isDate(text: string): boolean {
	const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
	return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
