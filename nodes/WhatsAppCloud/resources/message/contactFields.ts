import type { INodeProperties } from 'n8n-workflow';
import { contactLists, phones } from './contactLists';

function text(
	displayName: string,
	name: string,
	example: string,
	description?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		...(description !== undefined && { description }),
	};
}

/** The form of one contact card: name and phone in sight, the rest on demand. */
export const contactFields: INodeProperties[] = [
	text('First Name', 'firstName', 'Ada'),
	text('Last Name', 'lastName', 'Lovelace'),
	phones,
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			contactLists.addresses,
			text('Birthday', 'birthday', '1990-12-31', 'As YYYY-MM-DD'),
			text('Company', 'company', 'Example Ltd'),
			text('Department', 'department', 'Sales'),
			text(
				'Displayed Name',
				'formattedName',
				'Ada Lovelace',
				'The full name as shown. Composed of the parts of the name by default.',
			),
			contactLists.emails,
			text('Job Title', 'jobTitle', 'Engineer'),
			text('Middle Name', 'middleName', 'King'),
			text('Prefix', 'prefix', 'Dr.'),
			text('Suffix', 'suffix', 'Jr.'),
			contactLists.urls,
		],
	},
];
