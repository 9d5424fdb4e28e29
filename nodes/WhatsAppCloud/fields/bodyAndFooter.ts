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
		'Main text of the message, up to 1,024 characters. Formatting: *bold*, _italic_, ~strikethrough~, `code`.',
};

export const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reply STOP to opt out',
	description: 'Small gray text below the body, up to 60 characters',
};
