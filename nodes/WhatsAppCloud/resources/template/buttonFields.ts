import type { INodeProperties } from 'n8n-workflow';
import { amount } from '../../../../cloud-api/messages/schema';
import { LIMITS } from '../../../../cloud-api/templates/definition/limits';

const show = (...type: string[]) => ({ show: { type } });

/** One button of a template, with the labels of WhatsApp Manager. */
const button: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Call on WhatsApp', value: 'VOICE_CALL' },
			{
				name: 'Catalog',
				value: 'CATALOG',
				description: 'Opens your catalog. No other buttons are allowed.',
			},
			{ name: 'Copy Code', value: 'COPY_CODE', description: 'Copies a coupon code' },
			{ name: 'Flow', value: 'FLOW', description: 'Opens a flow' },
			{
				name: 'Multi-Product',
				value: 'MPM',
				description: 'Shows up to 30 products. No other buttons are allowed.',
			},
			{ name: 'Phone Number', value: 'PHONE_NUMBER', description: 'Calls a phone number' },
			{ name: 'Quick Reply', value: 'QUICK_REPLY', description: 'Sends its payload back' },
			{
				name: 'Request Contact Info',
				value: 'REQUEST_CONTACT_INFO',
				description: "Asks for the customer's phone number",
			},
			{ name: 'Review and Pay', value: 'ORDER_DETAILS', description: 'Opens an order to pay' },
			{
				name: 'Single Product',
				value: 'SPM',
				description: 'Shows the product of the header',
			},
			{ name: 'URL', value: 'URL', description: 'Opens a web page' },
		],
		default: 'QUICK_REPLY',
		description: 'What the button does',
	},
	{
		displayName: 'Label',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Track order',
		displayOptions: { hide: { type: ['COPY_CODE', 'REQUEST_CONTACT_INFO'] } },
		description: `Text of the button, up to ${LIMITS.buttonText} characters`,
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/orders/[[1]]',
		displayOptions: show('URL'),
		description:
			'Can end with one variable, written as [[1]]. n8n reads a typed {{1}} as an expression.',
	},
	{
		displayName: 'URL Sample Value',
		name: 'urlSample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 860198',
		displayOptions: show('URL'),
		description: 'A realistic example for the variable of the URL',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +15550051310',
		description: 'Phone number to call, with country code',
		displayOptions: show('PHONE_NUMBER'),
	},
	{
		displayName: 'Sample Code',
		name: 'couponSample',
		type: 'string',
		default: '',
		placeholder: 'e.g. 25OFF',
		displayOptions: show('COPY_CODE'),
		description: `Example of a coupon code, up to ${LIMITS.couponCode} characters. You set the code when you send the template.`,
	},
	{
		displayName: 'Flow ID',
		name: 'flowId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234567890',
		description: 'Find it in WhatsApp Manager → Flows',
		displayOptions: show('FLOW'),
	},
	{
		displayName: 'First Screen',
		name: 'flowScreen',
		type: 'string',
		default: '',
		placeholder: 'e.g. WELCOME',
		displayOptions: show('FLOW'),
		description: 'ID of the screen to open. Defaults to the first screen of the flow.',
	},
	{
		displayName: 'Expires After (Minutes)',
		name: 'callMinutes',
		type: 'number',
		default: 10080,
		displayOptions: show('VOICE_CALL'),
		description: `Minutes after which the button expires, up to ${amount(LIMITS.callMinutes)} (30 days)`,
	},
];

/** The buttons of a template or of a card. */
export function buttonsField({
	max,
	description,
}: {
	max: number;
	description: string;
}): INodeProperties {
	return {
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		placeholder: 'Add button',
		default: {},
		typeOptions: {
			multipleValues: true,
			sortable: true,
			maxAllowedFields: max,
			fixedCollection: { itemTitle: '={{ $collection.item.value.text }}' },
		},
		description,
		options: [{ displayName: 'Button', name: 'button', values: button }],
	};
}
