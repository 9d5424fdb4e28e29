import type { INodeProperties } from 'n8n-workflow';

const CHOICES = ['checkbox', 'dropdown', 'radio'];

/** In the order in which a field is entered. */
const ROW: INodeProperties[] = [
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. What is your name?',
		description:
			'The question. WhatsApp shows 20 to 40 characters next to most fields; a longer label is shown above the field.',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Checkboxes', value: 'checkbox', description: 'Several of up to 20 options' },
			{ name: 'Date', value: 'date' },
			{ name: 'Dropdown', value: 'dropdown', description: 'One of up to 200 options' },
			{ name: 'Email', value: 'email' },
			{ name: 'File', value: 'file', description: 'Up to 10 documents' },
			{ name: 'Heading', value: 'heading', description: 'Shows the label in large type' },
			{ name: 'Number', value: 'number' },
			{ name: 'Opt-In', value: 'optIn', description: 'One box to tick' },
			{ name: 'Password', value: 'password' },
			{ name: 'Phone Number', value: 'phone' },
			{ name: 'Photo', value: 'photo', description: 'Up to 10 photos' },
			{ name: 'Radio Buttons', value: 'radio', description: 'One of up to 20 options' },
			{ name: 'Text', value: 'text', description: 'One line' },
			{ name: 'Text Area', value: 'textarea', description: 'Several lines' },
			{ name: 'Text to Read', value: 'body', description: 'Shows the label' },
		],
		default: 'text',
		description: 'What can be entered',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'string',
		typeOptions: { rows: 3 },
		displayOptions: { show: { type: CHOICES } },
		default: '',
		placeholder: 'e.g. Small | For one person',
		description:
			'One option per line: Title, Title | Description, or Title | Description | ID. The answer contains the ID; without an ID, the title.',
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		displayOptions: { hide: { type: ['heading', 'body'] } },
		default: false,
		description: 'Whether the customer must fill in the field',
	},
	{
		displayName: 'More',
		name: 'more',
		type: 'collection',
		placeholder: 'Add setting',
		displayOptions: { hide: { type: ['heading', 'body'] } },
		default: {},
		options: [
			{
				displayName: 'File Types',
				name: 'accept',
				type: 'string',
				default: '',
				placeholder: 'e.g. application/pdf, image/jpeg',
				description: 'MIME types that a File field accepts, separated by commas',
			},
			{
				displayName: 'Help Text',
				name: 'help',
				type: 'string',
				default: '',
				placeholder: 'e.g. As in your passport',
				description: 'Small text at the field, up to 409 characters',
			},
			{
				displayName: 'Initial Value',
				name: 'initial',
				type: 'string',
				default: '',
				description:
					'What is filled in at the start. For options, the ID or title; several are separated by commas.',
			},
			{
				displayName: 'Maximum',
				name: 'max',
				type: 'string',
				default: '',
				placeholder: 'e.g. 80',
				description:
					'Most characters of a text, most options of checkboxes, most files, or last day of a date',
			},
			{
				displayName: 'Minimum',
				name: 'min',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2',
				description:
					'Fewest characters of a text, fewest options of checkboxes, fewest files, or first day of a date',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. first_name',
				description:
					'Key of the answer. Letters, digits, and underscores. Made from the label by default.',
			},
			{
				displayName: 'Options From Endpoint',
				name: 'optionsFrom',
				type: 'string',
				default: '',
				placeholder: 'e.g. free_times',
				description:
					'Name of the list that the endpoint of the flow returns, each option with an ID and a title. Replaces Options.',
			},
		],
	},
];

/** The rows of a form's fields: label, type, options, required, and what else a field can have. */
export const flowFieldRows: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'fixedCollection',
	placeholder: 'Add field',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.label }}' },
	},
	default: { field: [{ label: '', type: 'text', required: false }] },
	description: 'What the customer fills in, from top to bottom',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: ROW,
		},
	],
};
