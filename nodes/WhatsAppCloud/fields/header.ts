import type { INodeProperties } from 'n8n-workflow';
import { mediaSource } from './mediaSource';

const headerText: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	displayOptions: { show: { header: ['text'] } },
	default: '',
	placeholder: 'e.g. Your order',
	description: 'A bold line above the body, up to 60 characters',
};

/** What stands above the body of an interactive message: nothing, a line of text, or a file. */
export const headerFields: INodeProperties[] = [
	{
		displayName: 'Header',
		name: 'header',
		type: 'options',
		options: [
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video' },
		],
		default: 'none',
		description: 'What to show above the body',
	},
	headerText,
	...mediaSource('headerMedia', 'Header Media', { header: ['document', 'image', 'video'] }),
	{
		displayName: 'Header File Name',
		name: 'headerFileName',
		type: 'string',
		displayOptions: { show: { header: ['document'] } },
		default: '',
		placeholder: 'e.g. invoice.pdf',
		description: 'Name that the recipient sees. By default that of the file.',
	},
];

/** A header for the kinds that show text only. */
export const textHeaderField: INodeProperties = { ...headerText, displayOptions: undefined };
