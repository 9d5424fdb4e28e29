import type { INodeProperties } from 'n8n-workflow';
import { INTERACTIVE_LIMITS } from '../../../cloud-api/messages/interactive';
import { mediaSource } from './mediaSource';

const headerText: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	displayOptions: { show: { header: ['text'] } },
	default: '',
	placeholder: 'e.g. Your order',
	description: `Bold text above the body, up to ${INTERACTIVE_LIMITS.headerText} characters`,
};

/** The header of an interactive message: none, text, or a file. */
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
	...mediaSource({
		prefix: 'headerMedia',
		title: 'Header Media',
		show: { header: ['document', 'image', 'video'] },
	}),
	{
		displayName: 'Header File Name',
		name: 'headerFileName',
		type: 'string',
		displayOptions: { show: { header: ['document'] } },
		default: '',
		placeholder: 'e.g. invoice.pdf',
		description: 'Name that the recipient sees. Defaults to the name of the file.',
	},
];

/** The header of messages that allow only text. */
export const textHeaderField: INodeProperties = { ...headerText, displayOptions: undefined };
