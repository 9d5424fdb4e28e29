import type { INodeProperties } from 'n8n-workflow';

/** The main text of an interactive message. */
export const body: INodeProperties = {
	displayName: 'Body',
	name: 'body',
	type: 'string',
	required: true,
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. How can we help you?',
	description:
		"The message's main text, up to 1,024 characters. *bold*, _italic_, ~struck~ and `code` are shown as such.",
};

export const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reply STOP to opt out',
	description: 'Small grey text under the body, up to 60 characters',
};
