import type { INodeProperties } from 'n8n-workflow';
import { ENVELOPE_LIMITS } from '../../../cloud-api/messages/envelope';
import { MAX_TYPING_MS } from '../../../cloud-api/messages/typing';
import { optionsCollection } from './options';
import { phoneNumberOptions } from './phoneNumberOptions';

const { utility, authentication } = ENVELOPE_LIMITS.ttlSeconds;
const count = (number: number) => number.toLocaleString('en-US');

const replyTo: INodeProperties = {
	displayName: 'Reply To Message ID',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ…',
	description:
		'ID of the message to reply to, shown as a quote. Use "messageId" of the WhatsApp Cloud API Trigger.',
};

const typingFirst: INodeProperties = {
	displayName: 'Show Typing First',
	name: 'typingFirst',
	type: 'boolean',
	default: true,
	description: `Whether to mark the message in Reply To Message ID, or the trigger's message, as read and to show the typing indicator before sending, for 1 to ${MAX_TYPING_MS / 1000} seconds depending on the length of the text`,
};

const ofPhoneNumbers = phoneNumberOptions('Recipient', 'send to');

/** Options that every message has. */
const COMMON: INodeProperties[] = [
	ofPhoneNumbers.allowUnusualNumbers,
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		type: 'string',
		default: '',
		placeholder: 'e.g. order-4711',
		description: `Text that the trigger returns with every status of this message, up to ${ENVELOPE_LIMITS.callbackData} characters`,
	},
	ofPhoneNumbers.defaultCountry,
	{
		displayName: 'Identity Key Hash',
		name: 'identityKeyHash',
		type: 'string',
		default: '',
		placeholder: 'e.g. DF2lS5v2W6x=',
		description:
			"Hash of the recipient's identity key. Meta delivers the message only if it still matches. Requires the identity check to be enabled for the sender.",
	},
	{
		displayName: 'On Unknown Number',
		name: 'alternateFormat',
		type: 'options',
		options: [
			{
				name: 'Fail Item',
				value: 'fail',
				description: 'Sends only to the number as entered',
			},
			{
				name: 'Try Alternate Format',
				value: 'try',
				description:
					'Retries a Brazilian, Mexican, or Argentine number in its alternate format when Meta answers 131026 or 131030. The output contains both numbers.',
			},
		],
		default: 'fail',
		description: 'What to do when the number is not found on WhatsApp',
	},
	{
		displayName: 'Messaging Account ID',
		name: 'messagingAccountId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 102290129340398',
		description:
			'WhatsApp Business Account to bill. Needed only when the access token can use several accounts with this sender.',
	},
];

const OF_PHONE_NUMBERS = new Set(['allowUnusualNumbers', 'alternateFormat', 'defaultCountry']);

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
			'Sends without a template outside the customer service window. Requires an account that Meta has enabled for Direct Send.',
	},
	{
		displayName: 'Direct Send Template Name',
		name: 'directSendTemplateName',
		type: 'string',
		default: '',
		placeholder: 'e.g. order_shipment_update',
		description: 'Template name under which Meta records this message',
	},
	{
		displayName: 'Direct Send Lifetime',
		name: 'ttlSeconds',
		type: 'number',
		typeOptions: { minValue: Math.min(utility.min, authentication.min) },
		default: 600,
		description: `Seconds until an undelivered message expires: ${count(utility.min)} to ${count(utility.max)} for utility, ${count(authentication.min)} to ${count(authentication.max)} for authentication`,
	},
];

/** The collection Options of an operation that sends: its own options and those of every message. */
export function sendOptions({
	extra = [],
	reply = true,
	directSend = false,
	typing = true,
	toGroup = false,
}: {
	extra?: INodeProperties[];
	reply?: boolean;
	directSend?: boolean;
	typing?: boolean;
	/** Leaves out the options of phone numbers. */
	toGroup?: boolean;
} = {}): INodeProperties {
	return optionsCollection([
		...(toGroup ? COMMON.filter(({ name }) => !OF_PHONE_NUMBERS.has(name)) : COMMON),
		...extra,
		...(reply ? [replyTo] : []),
		...(directSend ? DIRECT_SEND : []),
		...(typing ? [typingFirst] : []),
	]);
}
