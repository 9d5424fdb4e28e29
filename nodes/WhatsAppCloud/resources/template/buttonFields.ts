import type { INodeProperties } from 'n8n-workflow';

const show = (...type: string[]) => ({ show: { type } });

/** One row of a template's buttons, in the words of WhatsApp Manager. */
const button: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Call on WhatsApp', value: 'VOICE_CALL' },
			{ name: 'Catalog', value: 'CATALOG', description: 'Opens your catalog; stands alone' },
			{ name: 'Copy Code', value: 'COPY_CODE', description: 'Copies a coupon code' },
			{ name: 'Flow', value: 'FLOW', description: 'Opens a form made with WhatsApp Flows' },
			{
				name: 'Multi-Product',
				value: 'MPM',
				description: 'Shows up to 30 products; stands alone',
			},
			{ name: 'Phone Number', value: 'PHONE_NUMBER', description: 'Dials a number' },
			{ name: 'Quick Reply', value: 'QUICK_REPLY', description: 'Sends its label back to you' },
			{
				name: 'Request Contact Info',
				value: 'REQUEST_CONTACT_INFO',
				description: "Asks for the reader's phone number",
			},
			{ name: 'Review and Pay', value: 'ORDER_DETAILS', description: 'Opens an order to pay' },
			{
				name: 'Single Product',
				value: 'SPM',
				description: 'Shows the product of the header',
			},
			{ name: 'Website', value: 'URL', description: 'Opens a page, with or without a variable' },
		],
		default: 'QUICK_REPLY',
	},
	{
		displayName: 'Label',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Track order',
		displayOptions: { hide: { type: ['COPY_CODE', 'REQUEST_CONTACT_INFO'] } },
		description: 'What the reader taps on, up to 25 characters',
	},
	{
		displayName: 'Website URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/orders/[[1]]',
		displayOptions: show('URL'),
		description: 'May end with one variable, written [[1]]',
	},
	{
		displayName: 'Sample for the Variable',
		name: 'urlSample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 860198',
		displayOptions: show('URL'),
		description: 'Only when the URL ends with a variable: what could stand in its place',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +15550051310',
		description: 'The number that a tap calls, with country code',
		displayOptions: show('PHONE_NUMBER'),
	},
	{
		displayName: 'Sample Code',
		name: 'couponSample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 25OFF',
		displayOptions: show('COPY_CODE'),
		description: 'Up to 20 characters; the real code is given when sending',
	},
	{
		displayName: 'Flow ID',
		name: 'flowId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234567890',
		description: 'Shown in WhatsApp Manager → Flows',
		displayOptions: show('FLOW'),
	},
	{
		displayName: 'First Screen',
		name: 'flowScreen',
		type: 'string',
		default: '',
		placeholder: 'e.g. WELCOME',
		displayOptions: show('FLOW'),
		description: "Screen that opens first; empty for the flow's own",
	},
	{
		displayName: 'Usable For (Minutes)',
		name: 'callMinutes',
		type: 'number',
		default: 10080,
		displayOptions: show('VOICE_CALL'),
		description:
			'How long the button works after the message arrived, up to 43,200 minutes (30 days)',
	},
];

/** The buttons of a template, or of a card. */
export function buttonsField(description: string): INodeProperties {
	return {
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		placeholder: 'Add button',
		default: {},
		typeOptions: { multipleValues: true, sortable: true },
		description,
		options: [{ displayName: 'Button', name: 'button', values: button }],
	};
}
