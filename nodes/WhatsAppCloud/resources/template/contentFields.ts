import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { MEDIA_HEADERS } from '../../../../cloud-api/templates/definition/header';
import { LIMITS } from '../../../../cloud-api/templates/definition/limits';
import { amount } from '../../../../cloud-api/messages/schema';
import { buttonsField } from './buttonFields';

const MAX_CARD_BUTTONS = 2;

const HEADERS: INodePropertyOptions[] = [
	{ name: 'Document', value: 'DOCUMENT' },
	{ name: 'GIF', value: 'GIF', description: 'For the Marketing Messages API only' },
	{ name: 'Image', value: 'IMAGE' },
	{ name: 'Location', value: 'LOCATION' },
	{ name: 'None', value: 'none' },
	{ name: 'Product', value: 'PRODUCT', description: 'A product of your catalog' },
	{ name: 'Text', value: 'TEXT' },
	{ name: 'Video', value: 'VIDEO' },
];

/** The sample file of a media header. */
const SAMPLE_FILE: INodeProperties = {
	displayName: 'Sample Data Field Name',
	name: 'headerBinary',
	type: 'string',
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the input field containing the sample file to be uploaded',
};

const SAMPLES: INodeProperties = {
	displayName: 'Body Sample Values',
	name: 'bodySamples',
	type: 'fixedCollection',
	placeholder: 'Add sample value',
	default: {},
	typeOptions: { multipleValues: true, sortable: true },
	description: 'A realistic example for each variable of the body, which Meta reviews',
	options: [
		{
			displayName: 'Sample Value',
			name: 'sample',
			values: [
				{
					displayName: 'Variable',
					name: 'variable',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1 or first_name',
					description: 'Number or name of the variable. Defaults to the next variable in the body.',
				},
				{
					displayName: 'Value',
					name: 'value',
					description: 'A realistic example',
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
	description: `Up to ${amount(LIMITS.body)} characters. Write variables as [[1]] or [[first_name]].`,
};

/** The header of a template with its sample. */
export function headerFields(extra: INodePropertyOptions[] = []): INodeProperties[] {
	return [
		{
			displayName: 'Header',
			name: 'header',
			type: 'options',
			options: [...HEADERS, ...extra].sort((one, other) => one.name.localeCompare(other.name)),
			default: 'none',
			description: 'What to show above the body',
		},
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Your order, [[1]]',
			displayOptions: { show: { header: ['TEXT'] } },
			description: `Up to ${LIMITS.header} characters, with up to one variable, written as [[1]]`,
		},
		{
			displayName: 'Header Sample Value',
			name: 'headerSample',
			type: 'string',
			default: '',
			placeholder: 'e.g. Pablo',
			displayOptions: { show: { header: ['TEXT'] } },
			description: 'A realistic example for the variable of the header',
		},
		{
			...SAMPLE_FILE,
			displayOptions: { show: { header: ['DOCUMENT', 'GIF', 'IMAGE', 'VIDEO'] } },
			description: `Name of the binary field that contains the sample file, which Meta reviews: ${MEDIA_HEADERS.IMAGE}, ${MEDIA_HEADERS.VIDEO}, or ${MEDIA_HEADERS.DOCUMENT}. You choose the file to send later.`,
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
		description: `Small text below the body, up to ${LIMITS.footer} characters, without variables`,
	},
	buttonsField({
		max: LIMITS.buttons,
		description: `Up to ${LIMITS.buttons}. Group quick reply buttons, before or after the others. WhatsApp shows more than three in a list.`,
	}),
];

/** The body of a template with a carousel. */
export const bodyFields: INodeProperties[] = [BODY, SAMPLES];

/** The cards of a carousel. */
export const cardsField: INodeProperties = {
	displayName: 'Cards',
	name: 'cards',
	type: 'fixedCollection',
	placeholder: 'Add card',
	default: {},
	typeOptions: {
		multipleValues: true,
		sortable: true,
		minRequiredFields: LIMITS.minCards,
		maxAllowedFields: LIMITS.maxCards,
		fixedCollection: { itemTitle: '={{ "Card " + ($collection.item.index + 1) }}' },
	},
	description: `${LIMITS.minCards} to ${LIMITS.maxCards} cards with the same structure: the same header format, a body on all cards or on none, and the same button types`,
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
					description: 'What the header of every card shows',
				},
				{ ...SAMPLE_FILE, displayOptions: { show: { header: ['IMAGE', 'VIDEO'] } } },
				{
					...BODY,
					typeOptions: { rows: 2 },
					placeholder: 'e.g. A rare plant for your room',
					description: `Up to ${LIMITS.cardBody} characters. Can be empty on all cards.`,
				},
				SAMPLES,
				buttonsField({
					max: MAX_CARD_BUTTONS,
					description: 'One or two, with the same types on every card',
				}),
			],
		},
	],
};

/** Whether the message asks for permission to call the customer. */
export const callPermissionField: INodeProperties = {
	displayName: 'Ask for Call Permission',
	name: 'callPermission',
	type: 'boolean',
	default: false,
	description: 'Whether the message asks the customer for permission to be called on WhatsApp',
};
