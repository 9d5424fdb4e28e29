import type { INodeProperties } from 'n8n-workflow';

/** The recipient of a message: a phone number in any common format, a business-scoped user ID, or a group ID. */
export const recipient: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	description:
		'Phone number with country code, in any common format, or a business-scoped user ID such as US.13491208655302741918. To reply to a message, use "answerTo" from the trigger\'s output.',
	builderHint: {
		propertyHint:
			'In a reply, use the field answerTo of the WhatsApp Cloud API Trigger. In any other message, use a phone number with its country code; never the name of a person.',
	},
};
