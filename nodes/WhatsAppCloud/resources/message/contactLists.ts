import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../fields/textField';

const homeOrWork: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Home', value: 'HOME' },
		{ name: 'Work', value: 'WORK' },
	],
	default: 'WORK',
	description: 'Type of the entry',
};

/** Rows of a contact card; the first field of a row is its title in the editor. */
function rows(
	displayName: string,
	name: string,
	[title, group]: [string, string],
	values: INodeProperties[],
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Add ${title.toLowerCase()}`,
		typeOptions: {
			multipleValues: true,
			fixedCollection: { itemTitle: `={{ $collection.item.value.${values[0].name} }}` },
		},
		default: {},
		options: [{ displayName: title, name: group, values }],
	};
}

/** The phones of a contact card; the form starts with one. */
export const phones: INodeProperties = {
	...rows(
		'Phones',
		'phones',
		['Phone', 'phone'],
		[
			textField('Phone', 'phone', '+49 170 1234567'),
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				options: [
					{ name: 'Home', value: 'HOME' },
					{ name: 'iPhone', value: 'IPHONE' },
					{ name: 'Main', value: 'MAIN' },
					{ name: 'Mobile', value: 'CELL' },
					{ name: 'Work', value: 'WORK' },
				],
				default: 'CELL',
				description: 'Type of the phone number',
			},
			{
				...textField('WhatsApp ID', 'waId', '491701234567'),
				description:
					'Digits of the number with country code. Defaults to the phone. With it, the card shows "Message"; without it, "Invite to WhatsApp".',
			},
		],
	),
	default: { phone: [{ phone: '', type: 'CELL', waId: '' }] },
};

const addresses = rows(
	'Addresses',
	'addresses',
	['Address', 'address'],
	[
		textField('Street', 'street', '221B Baker Street'),
		textField('City', 'city', 'London'),
		textField('State', 'state', 'Greater London'),
		textField('ZIP', 'zip', 'NW1 6XE'),
		textField('Country', 'country', 'United Kingdom'),
		textField('Country Code', 'countryCode', 'GB'),
		homeOrWork,
	],
);

/** The other lists of a contact card. */
export const contactLists = {
	emails: rows(
		'Emails',
		'emails',
		['Email', 'email'],
		[textField('Email', 'email', 'name@email.com'), homeOrWork],
	),
	urls: rows(
		'Websites',
		'urls',
		['Website', 'url'],
		[textField('URL', 'url', 'https://example.com'), homeOrWork],
	),
	addresses,
};
