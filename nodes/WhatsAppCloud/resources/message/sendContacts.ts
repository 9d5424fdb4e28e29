import { contactsMessage, type Contact } from '../../../../cloud-api/messages/contacts';
import { entriesOf, formOrJson } from '../../fields/formOrJson';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { contactFields } from './contactFields';
import type { Values } from '../../../shared/values';
import { sendAndTell } from './send';

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
				typeOptions: { multipleValues: true },
				default: {},
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
						phones: [{ phone: '+49 170 1234567', type: 'CELL', waId: '491701234567' }],
					},
				],
				description:
					'A list of contacts with the same fields as the form: firstName, lastName, phones [{ phone, type, waId }], emails [{ email, type }], urls [{ url, type }], addresses, company, department, jobTitle, birthday',
			},
		),
		simplify,
		sendOptions(),
	],
	async run(call) {
		const contacts = entriesOf(call.param, 'contacts', 'contact').map(contactOf);
		return await sendAndTell(call, contactsMessage({ contacts }));
	},
};

const LISTS = ['phones', 'emails', 'urls', 'addresses'];

function contactOf(row: Values): Contact {
	return {
		...textsOf(row),
		phones: row
			.rows('phones', 'phone', 'phone')
			.map((one) => ({ ...textsOf(one), phone: one.text('phone') })),
		emails: row
			.rows('emails', 'email', 'email')
			.map((one) => ({ ...textsOf(one), email: one.text('email') })),
		urls: row.rows('urls', 'url', 'url').map((one) => ({ ...textsOf(one), url: one.text('url') })),
		addresses: row.rows('addresses', 'address').map(textsOf),
	};
}

function textsOf(row: Values): Record<string, string> {
	const names = row.names().filter((name) => !LISTS.includes(name));
	return Object.fromEntries(names.map((name) => [name, row.text(name)]));
}
