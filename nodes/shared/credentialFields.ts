import type { INodeProperties } from 'n8n-workflow';

// Fields that both kinds of credential have.

export const phoneNumberId: INodeProperties = {
	displayName: 'Default Phone Number ID',
	name: 'phoneNumberId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 106540352242922',
	hint: 'The ID of the sender, not the phone number itself',
	description:
		'The phone number to send from, unless a node selects another. App dashboard → WhatsApp → API Setup → Phone number ID.',
};

export const businessAccountId: INodeProperties = {
	displayName: 'WhatsApp Business Account ID',
	name: 'businessAccountId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 102290129340398',
	hint: 'Required for templates, and to select phone numbers from a list',
	description:
		'App dashboard → WhatsApp → API Setup, next to the phone number ID. Newer pages call it the messaging account ID. Do not enter the business portfolio ID of Business settings → Business info.',
};

export const previousAppSecret: INodeProperties = {
	displayName: 'Previous App Secret',
	name: 'previousAppSecret',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	hint: 'Only while you change the app secret',
	description:
		'Deliveries that Meta signed with the previous app secret are still accepted. Clear this field when the change is complete.',
};

export const graphVersion: INodeProperties = {
	displayName: 'Graph API Version',
	name: 'graphVersion',
	type: 'options',
	options: [
		{ name: 'V21.0 (Until January 2027)', value: 'v21.0' },
		{ name: 'V22.0 (Until May 2027)', value: 'v22.0' },
		{ name: 'V23.0 (Until October 2027)', value: 'v23.0' },
		{ name: 'V24.0 (Until February 2028)', value: 'v24.0' },
		{ name: 'V25.0 (Recommended)', value: 'v25.0' },
		{ name: 'V26.0 (Newest)', value: 'v26.0' },
	],
	default: 'v25.0',
	description: "The version of Meta's API. Meta supports each version for at least two years.",
};

export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: 'https://graph.facebook.com',
	description:
		'Keep the default to use Meta. Change it to use a gateway or the local sandbox of this package. The access token is sent only to this address and to the hosts of Meta.',
};
