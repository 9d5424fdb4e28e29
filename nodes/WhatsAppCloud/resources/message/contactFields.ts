import type { INodeProperties } from 'n8n-workflow';

const homeOrWork: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Home', value: 'HOME' },
		{ name: 'Work', value: 'WORK' },
	],
	default: 'WORK',
};

const phones: INodeProperties = {
	displayName: 'Phones',
	name: 'phones',
	type: 'fixedCollection',
	placeholder: 'Add phone',
	typeOptions: { multipleValues: true },
	default: {},
	options: [
		{
			displayName: 'Phone',
			name: 'phone',
			values: [
				{
					displayName: 'Phone',
					name: 'phone',
					type: 'string',
					default: '',
					placeholder: 'e.g. +49 170 1234567',
				},
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
				},
				{
					displayName: 'WhatsApp ID',
					name: 'waId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 491701234567',
					description:
						'Digits of the number with country code. With it the card offers "Message", without it "Invite to WhatsApp".',
				},
			],
		},
	],
};

const emails: INodeProperties = {
	displayName: 'Emails',
	name: 'emails',
	type: 'fixedCollection',
	placeholder: 'Add email',
	typeOptions: { multipleValues: true },
	default: {},
	options: [
		{
			displayName: 'Email',
			name: 'email',
			values: [
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					default: '',
					placeholder: 'e.g. name@email.com',
				},
				homeOrWork,
			],
		},
	],
};

const urls: INodeProperties = {
	displayName: 'Websites',
	name: 'urls',
	type: 'fixedCollection',
	placeholder: 'Add website',
	typeOptions: { multipleValues: true },
	default: {},
	options: [
		{
			displayName: 'Website',
			name: 'url',
			values: [
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com',
				},
				homeOrWork,
			],
		},
	],
};

const addresses: INodeProperties = {
	displayName: 'Addresses',
	name: 'addresses',
	type: 'fixedCollection',
	placeholder: 'Add address',
	typeOptions: { multipleValues: true },
	default: {},
	options: [
		{
			displayName: 'Address',
			name: 'address',
			values: [
				{ displayName: 'Street', name: 'street', type: 'string', default: '' },
				{ displayName: 'City', name: 'city', type: 'string', default: '' },
				{ displayName: 'State', name: 'state', type: 'string', default: '' },
				{ displayName: 'ZIP', name: 'zip', type: 'string', default: '' },
				{ displayName: 'Country', name: 'country', type: 'string', default: '' },
				{
					displayName: 'Country Code',
					name: 'countryCode',
					type: 'string',
					default: '',
					placeholder: 'e.g. DE',
				},
				homeOrWork,
			],
		},
	],
};

/** The form of one contact card. */
export const contactFields: INodeProperties[] = [
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ada',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Lovelace',
	},
	phones,
	emails,
	{
		displayName: 'Company',
		name: 'company',
		type: 'string',
		default: '',
		placeholder: 'e.g. Example Ltd',
	},
	{ displayName: 'Department', name: 'department', type: 'string', default: '' },
	{ displayName: 'Job Title', name: 'jobTitle', type: 'string', default: '' },
	urls,
	addresses,
	{
		displayName: 'Birthday',
		name: 'birthday',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1990-12-31',
		description: 'As year-month-day',
	},
	{
		displayName: 'Displayed Name',
		name: 'formattedName',
		type: 'string',
		default: '',
		description: 'The whole name as shown. By default made from its parts.',
	},
	{ displayName: 'Middle Name', name: 'middleName', type: 'string', default: '' },
	{
		displayName: 'Prefix',
		name: 'prefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. Dr.',
	},
	{
		displayName: 'Suffix',
		name: 'suffix',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jr.',
	},
];
