import type { IDataObject } from 'n8n-workflow';
import { contactsMessage, type Contact } from '../../../../cloud-api/messages/contacts';
import { formOrJson } from '../../fields/formOrJson';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { contactFields } from './contactFields';
import { entriesOf, rowsOf, textOf } from './forms';
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
		const contacts = entriesOf(call.param, 'contacts', 'contact', contactOf);
		return await sendAndTell(call, contactsMessage({ contacts }));
	},
};

function contactOf(row: IDataObject): Contact {
	const { phones: phone, emails: email, urls: url, addresses: address, ...texts } = row;
	return {
		...texts,
		phones: rowsOf(phone, 'phone').map((one) => ({ ...one, phone: textOf(one.phone) })),
		emails: rowsOf(email, 'email').map((one) => ({ ...one, email: textOf(one.email) })),
		urls: rowsOf(url, 'url').map((one) => ({ ...one, url: textOf(one.url) })),
		addresses: rowsOf(address, 'address'),
	};
}
