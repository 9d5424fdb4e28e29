import type { INodeProperties } from 'n8n-workflow';

/** Whoever gets the message: a phone number in any common writing, a business-scoped user ID, or a group. */
export const recipient: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +1 650 555 1234',
	description:
		'Phone number with country code, in any common writing, or a business-scoped user ID such as US.13491208655302741918. To answer a message, use "answerTo" of the WhatsApp Cloud API Trigger.',
};
