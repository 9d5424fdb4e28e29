import type { INodeProperties } from 'n8n-workflow';
import {
	contactsMessage,
	CONTACTS_LIMITS,
	type Contact,
} from '../../../../cloud-api/messages/contacts';
import { contactInput } from '../../../../cloud-api/messages/contactShapes';
import { waIdOf } from '../../../../cloud-api/messages/waId';
import { formOrJson } from '../../fields/formOrJson';
import { givenRows } from '../../fields/givenRows';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import type { Values } from '../../../shared/values';
import { contactFields } from './contactFields';
import { sendAndTell } from './send';

const fillInWaId: INodeProperties = {
	displayName: 'Fill In WhatsApp ID',
	name: 'fillInWaId',
	type: 'boolean',
	default: true,
	description:
		'Whether to take the WhatsApp ID of a phone from its number, so that the card offers "Message". National numbers require Default Country.',
};

export const sendContacts: Operation = {
	name: 'Send Contacts',
	value: 'sendContacts',
	action: 'Send contacts',
	description: 'Send one or more contact cards that the recipient can save',
	sends: true,
	fields: [
		sender,
		recipient,
		...formOrJson(
			{
				displayName: 'Contacts',
				name: 'contacts',
				type: 'fixedCollection',
				placeholder: 'Add contact',
				typeOptions: {
					multipleValues: true,
					minRequiredFields: CONTACTS_LIMITS.contacts.min,
					maxAllowedFields: CONTACTS_LIMITS.contacts.max,
					fixedCollection: { itemTitle: '={{ $collection.item.value.firstName }}' },
				},
				default: {
					contact: [
						{
							firstName: '',
							lastName: '',
							phones: { phone: [{ phone: '', type: 'CELL', waId: '' }] },
							additionalFields: {},
						},
					],
				},
				options: [
					{
						displayName: 'Contact',
						name: 'contact',
						values: contactFields,
					},
				],
			},
			{
				example: [
					{
						firstName: 'Ada',
						lastName: 'Lovelace',
						phones: [{ phone: '+49 170 1234567', type: 'CELL' }],
					},
				],
				description:
					"A list of contacts with firstName, lastName, phones [{ phone, type, waId }], emails [{ email, type }], urls [{ url, type }], addresses, company, department, jobTitle, and birthday, or Meta's JSON",
			},
		),
		simplify,
		sendOptions({ extra: [fillInWaId] }),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		const country = options.optionalText('defaultCountry');
		const fillIn = options.optionalFlag('fillInWaId') ?? true;
		const content = contactsMessage({
			contacts: givenRows(param, 'contacts', { group: 'contact', shape: contactInput }).map(
				contactOf,
			),
			...(fillIn && { waIdOf: (phone: string) => waIdOf(phone, country) }),
		});
		return await sendAndTell(call, content);
	},
};

const TEXTS = [
	'formattedName',
	'prefix',
	'firstName',
	'middleName',
	'lastName',
	'suffix',
	'birthday',
	'company',
	'department',
	'jobTitle',
] as const;
const LISTS = {
	phones: ['phone', 'type', 'waId'],
	emails: ['email', 'type'],
	urls: ['url', 'type'],
	addresses: ['street', 'city', 'state', 'zip', 'country', 'countryCode', 'type'],
} as const;

function contactOf(contact: Values): Contact {
	contact.only([...TEXTS, ...Object.keys(LISTS)]);
	const lists = Object.entries(LISTS).map(([name, fields]) => [
		name,
		contact.rows(name, '').map((row) => textsOf(row.only(fields), fields)),
	]);
	return { ...textsOf(contact, TEXTS), ...Object.fromEntries(lists) } as Contact;
}

function textsOf(row: Values, names: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		names.filter((name) => row.has(name)).map((name) => [name, row.text(name)]),
	);
}
