import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../fields/textField';
import { contactLists, phones } from './contactLists';

/** The form of one contact card: name and phone in sight, the rest on demand. */
export const contactFields: INodeProperties[] = [
	textField('First Name', 'firstName', 'Ada'),
	textField('Last Name', 'lastName', 'Lovelace'),
	phones,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			contactLists.addresses,
			textField('Birthday', 'birthday', '1990-12-31', 'As YYYY-MM-DD'),
			textField('Company', 'company', 'Example Ltd'),
			textField('Department', 'department', 'Sales'),
			textField(
				'Display Name',
				'formattedName',
				'Ada Lovelace',
				'Full name as shown on the card. Defaults to the parts of the name.',
			),
			contactLists.emails,
			textField('Job Title', 'jobTitle', 'Engineer'),
			textField('Middle Name', 'middleName', 'King'),
			textField('Prefix', 'prefix', 'Dr.'),
			textField('Suffix', 'suffix', 'Jr.'),
			contactLists.urls,
		],
	},
];
