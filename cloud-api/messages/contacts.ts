import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { readShownNumber } from '../phoneNumbers';
import { list, optionalText, reject, requiredText } from './schema';
import { filled } from './shapes';

export const CONTACTS_LIMITS = { contacts: { min: 1, max: 257 } } as const;

export interface Contact {
	/** The name as shown; composed of the other parts by default. */
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

export interface ContactsInput {
	contacts: Contact[];
	/** Returns the WhatsApp ID of a phone that has none. */
	waIdOf?: (phone: string) => string | undefined;
}

const birthday = optionalText('Birthday of contact #').superRefine((value, context) => {
	if (value === undefined || isDate(value)) return;
	reject(
		context,
		`Birthday of contact # is "${value}", which is not a date`,
		'Write it as YYYY-MM-DD, e.g. 1990-12-31.',
	);
});

const waId = optionalText('WhatsApp ID in contact #, position #').superRefine((id, context) => {
	if (id === undefined || /^\d{7,15}$/.test(id)) return;
	reject(
		context,
		`WhatsApp ID in contact #, position # is "${id}", but a WhatsApp ID has 7 to 15 digits`,
		'Enter the digits of the number with country code, without +, e.g. 491701234567.',
	);
});

const phone = requiredText('Phone in contact #, position #').transform((value, context): string => {
	const reading = readShownNumber(value);
	if (reading.ok) return reading.value;
	reject(context, `Phone in contact #, position #: ${reading.problem}`, reading.fix);
	return z.NEVER;
});

const typed = <T extends z.ZodRawShape>(shape: T, label: string) =>
	z
		.array(
			z.object({ ...shape, type: optionalText(`${label} type in contact #, position #`) }).strict(),
		)
		.default([]);

const address = (label: string) => optionalText(`${label} in contact #, address #`);

const contact = z
	.object({
		formattedName: optionalText('Name of contact #'),
		prefix: optionalText('Prefix of contact #'),
		firstName: optionalText('First name of contact #'),
		middleName: optionalText('Middle name of contact #'),
		lastName: optionalText('Last name of contact #'),
		suffix: optionalText('Suffix of contact #'),
		birthday,
		phones: typed({ phone, waId }, 'Phone'),
		emails: typed({ email: requiredText('Email in contact #, position #') }, 'Email'),
		urls: typed({ url: requiredText('URL in contact #, position #') }, 'URL'),
		addresses: typed(
			{
				street: address('Street'),
				city: address('City'),
				state: address('State'),
				zip: address('ZIP'),
				country: address('Country'),
				countryCode: address('Country code'),
			},
			'Address',
		),
		company: optionalText('Company of contact #'),
		department: optionalText('Department of contact #'),
		jobTitle: optionalText('Job title of contact #'),
	})
	.strict()
	.superRefine(({ formattedName, prefix, firstName, middleName, lastName, suffix }, context) => {
		if (formattedName ?? prefix ?? firstName ?? middleName ?? lastName ?? suffix) return;
		reject(context, 'Contact # has no name', 'Enter at least a first name.', ['firstName']);
	});

const schema = z.object({
	contacts: list(contact, 'Contacts', ['contact', 'contacts'], CONTACTS_LIMITS.contacts),
});

type Card = z.output<typeof contact>;

/**
 * One or more contact cards (Meta: Contacts messages).
 *
 * @throws InvalidInputError for a card without a name, an invalid date or WhatsApp ID, or an unknown field
 */
export function contactsMessage({ contacts, waIdOf }: ContactsInput): MessageContent {
	const checked = check(schema, { contacts });
	return { type: 'contacts', contacts: checked.contacts.map((one) => card(one, waIdOf)) };
}

function card(
	input: Card,
	waIdOf: ContactsInput['waIdOf'] = () => undefined,
): Record<string, unknown> {
	const { phones, emails, urls, addresses, company, department, jobTitle, birthday: date } = input;
	const organization = filled({ company, department, title: jobTitle });
	return {
		name: nameOf(input),
		...(date !== undefined && { birthday: date }),
		...(phones.length > 0 && {
			phones: phones.map(({ waId: id, ...phone }) =>
				filled({ ...phone, wa_id: id ?? waIdOf(phone.phone) }),
			),
		}),
		...(emails.length > 0 && { emails: emails.map(filled) }),
		...(urls.length > 0 && { urls: urls.map(filled) }),
		...(addresses.length > 0 && {
			addresses: addresses.map(({ countryCode, ...place }) =>
				filled({ ...place, country_code: countryCode }),
			),
		}),
		...(Object.keys(organization).length > 0 && { org: organization }),
	};
}

/** Meta requires the formatted name and at least one part of it; the form needs only one of them. */
function nameOf(input: Card): Record<string, unknown> {
	const { prefix, firstName, middleName, lastName, suffix } = input;
	const parts = [prefix, firstName, middleName, lastName, suffix].filter(Boolean);
	const formatted = input.formattedName ?? parts.join(' ');
	return filled({
		formatted_name: formatted,
		first_name: firstName ?? (parts.length === 0 ? formatted : undefined),
		middle_name: middleName,
		last_name: lastName,
		prefix,
		suffix,
	});
}

function isDate(text: string): boolean {
	const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
	return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
