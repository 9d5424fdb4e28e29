import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { buttonsField } from './buttonFields';

const HEADERS: INodePropertyOptions[] = [
	{ name: 'Document', value: 'DOCUMENT' },
	{ name: 'GIF', value: 'GIF', description: 'Only for the Marketing Messages API' },
	{ name: 'Image', value: 'IMAGE' },
	{ name: 'Location', value: 'LOCATION' },
	{ name: 'None', value: 'none' },
	{ name: 'Product', value: 'PRODUCT', description: 'A product of your catalog' },
	{ name: 'Text', value: 'TEXT' },
	{ name: 'Video', value: 'VIDEO' },
];

const SAMPLES: INodeProperties = {
	displayName: 'Body Samples',
	name: 'bodySamples',
	type: 'fixedCollection',
	placeholder: 'Add sample',
	default: {},
	typeOptions: { multipleValues: true, sortable: true },
	description:
		"A made-up value for each variable of the body; Meta's reviewers read the text with them",
	options: [
		{
			displayName: 'Sample',
			name: 'sample',
			values: [
				{
					displayName: 'Variable',
					name: 'variable',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1 or first_name',
					description: 'Name or number; empty takes the variables in order',
				},
				{
					displayName: 'Sample',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. Pablo',
				},
			],
		},
	],
};

const BODY: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	placeholder: 'e.g. Dear [[1]], your order [[2]] is on its way to you.',
	description:
		'Up to 1,024 characters. Write variables as [[1]], [[2]] or as [[first_name]]; {{1}} is understood as well.',
};

/** The header of a template, with the sample its kind wants. */
export function headerFields(extra: INodePropertyOptions[] = []): INodeProperties[] {
	return [
		{
			displayName: 'Header',
			name: 'header',
			type: 'options',
			options: [...HEADERS, ...extra].sort((one, other) => one.name.localeCompare(other.name)),
			default: 'none',
			description: 'What stands above the body',
		},
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Your order, [[1]]',
			displayOptions: { show: { header: ['TEXT'] } },
			description: 'Up to 60 characters, with at most one variable',
		},
		{
			displayName: 'Header Sample',
			name: 'headerSample',
			type: 'string',
			default: '',
			placeholder: 'e.g. Pablo',
			displayOptions: { show: { header: ['TEXT'] } },
			description: 'A made-up value for the variable of the header, where it has one',
		},
		{
			displayName: 'Sample File Field',
			name: 'headerBinary',
			type: 'string',
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input field containing the sample file',
			displayOptions: { show: { header: ['DOCUMENT', 'GIF', 'IMAGE', 'VIDEO'] } },
			description:
				"A file for Meta's reviewers: JPEG or PNG up to 5 MB, MP4 up to 16 MB, or PDF. It is uploaded for you; what is sent later is chosen when sending.",
		},
	];
}

/** Header, body, footer and buttons. */
export const contentFields: INodeProperties[] = [
	...headerFields(),
	BODY,
	SAMPLES,
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reply STOP to unsubscribe',
		description: 'A line below the body, up to 60 characters, without variables',
	},
	buttonsField(
		'Up to 10. Quick replies stand together, before or after the others; beyond three, WhatsApp hides them behind a list.',
	),
];

/** The body and its samples alone, as a carousel has them above its cards. */
export const bodyFields: INodeProperties[] = [BODY, SAMPLES];

/** The cards of a carousel. */
export const cardsField: INodeProperties = {
	displayName: 'Cards',
	name: 'cards',
	type: 'fixedCollection',
	placeholder: 'Add card',
	default: {},
	typeOptions: { multipleValues: true, sortable: true },
	description:
		'2 to 10, all built alike: the same kind of header, a body on all or on none, the same kinds of buttons',
	options: [
		{
			displayName: 'Card',
			name: 'card',
			values: [
				{
					displayName: 'Header',
					name: 'header',
					type: 'options',
					options: [
						{ name: 'Image', value: 'IMAGE' },
						{ name: 'Product', value: 'PRODUCT' },
						{ name: 'Video', value: 'VIDEO' },
					],
					default: 'IMAGE',
				},
				{
					displayName: 'Sample File Field',
					name: 'headerBinary',
					type: 'string',
					default: 'data',
					placeholder: 'e.g. data',
					hint: 'The name of the input field containing the sample file',
					displayOptions: { show: { header: ['IMAGE', 'VIDEO'] } },
				},
				{
					...BODY,
					typeOptions: { rows: 2 },
					placeholder: 'e.g. A rare plant for your room',
					description: 'Up to 160 characters, may be empty on all cards',
				},
				SAMPLES,
				buttonsField('One or two, the same kinds on every card'),
			],
		},
	],
};
