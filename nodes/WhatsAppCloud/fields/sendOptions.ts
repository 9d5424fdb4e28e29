import type { INodeProperties } from 'n8n-workflow';

const replyTo: INodeProperties = {
	displayName: 'Reply To Message ID',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ…',
	description:
		'Shows this message as an answer to that one. Use the "messageId" of the WhatsApp Cloud API Trigger.',
};

/** Options about the recipient and the accounting, the same for every message. */
const COMMON: INodeProperties[] = [
	{
		displayName: 'Allow Unusual Numbers',
		name: 'allowUnusualNumbers',
		type: 'boolean',
		default: true,
		description:
			'Whether to send to phone numbers whose length does not fit their country. Such numbers are invalid otherwise, because digits may be missing.',
	},
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-4711',
		description:
			'Your own text, up to 512 characters, that comes back with every status of this message',
	},
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'string',
		default: '',
		placeholder: 'e.g. DE',
		description:
			'Two-letter code of the country whose national numbers (such as 0170 1234567) the recipient field may hold. Leave it out for numbers that come from the WhatsApp Cloud API Trigger: they are international already.',
	},
	{
		displayName: 'Identity Key Hash',
		name: 'identityKeyHash',
		type: 'string',
		default: '',
		description:
			'Delivers only if the recipient still has this identity key. Needs the identity check to be switched on for the sender.',
	},
	{
		displayName: 'On Unknown Number',
		name: 'alternateFormat',
		type: 'options',
		options: [
			{ name: 'Fail Item', value: 'fail', description: 'Send to the number as entered only' },
			{
				name: 'Try Alternate Format',
				value: 'try',
				description:
					'Send again to the alternate format of a Brazilian (9), Mexican (1), or Argentine (9) number when Meta rejects the number with 131026 or 131030. The output then contains both.',
			},
		],
		default: 'fail',
		description: 'What to do when Meta does not know the number in this format',
	},
	{
		displayName: 'Messaging Account ID',
		name: 'messagingAccountId',
		type: 'string',
		default: '',
		description:
			'WhatsApp Business Account to bill. Needed only when the token reaches several accounts on the same sender.',
	},
];

/** Direct Send: utility messages without a template, outside the customer service window. */
const DIRECT_SEND: INodeProperties[] = [
	{
		displayName: 'Direct Send Category',
		name: 'category',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'authentication' },
			{ name: 'Utility', value: 'utility' },
		],
		default: 'utility',
		description:
			'Sends without a template outside the 24-hour window, for accounts that Meta has enabled for Direct Send',
	},
	{
		displayName: 'Direct Send Template Name',
		name: 'directSendTemplateName',
		type: 'string',
		default: '',
		placeholder: 'e.g. order_shipment_update',
		description: 'Name under which Meta keeps and accounts for this message',
	},
	{
		displayName: 'Direct Send Lifetime',
		name: 'ttlSeconds',
		type: 'number',
		typeOptions: { minValue: 30 },
		default: 600,
		description:
			'Seconds after which an undelivered Direct Send message is dropped: 30 to 43,200 for utility, 30 to 900 for authentication',
	},
];

/** The Options of an operation that sends: its own beside those that every message has. */
export function sendOptions({
	own = [],
	reply = true,
	directSend = false,
}: { own?: INodeProperties[]; reply?: boolean; directSend?: boolean } = {}): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			...COMMON,
			...own,
			...(reply ? [replyTo] : []),
			...(directSend ? DIRECT_SEND : []),
		].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
