import type { INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { flowFieldRows } from '../../fields/flowFields';
import { formOrJson } from '../../fields/formOrJson';

const FORM: INodePropertyOptions = {
	name: 'Using Form',
	value: 'form',
	description: 'With screens and fields below',
};
const FILE: INodePropertyOptions = {
	name: 'Using File',
	value: 'file',
	description: 'A JSON file from a binary field',
};
const JSON_TEXT: INodePropertyOptions = {
	name: 'Using JSON',
	value: 'json',
	description: "Flow JSON of Meta's documentation or Flow Builder",
};

const EXAMPLE = {
	version: '7.3',
	screens: [
		{
			id: 'CONTACT',
			title: 'Contact',
			terminal: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextInput', name: 'name', label: 'Name', required: true },
					{
						type: 'Footer',
						label: 'Send',
						'on-click-action': { name: 'complete', payload: { name: '${form.name}' } },
					},
				],
			},
		},
	],
};

/** In the order in which a screen is entered. */
const SCREEN: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your Details',
		description: 'Shown at the top of the screen',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. We call you back within a day.',
		description: 'Text above the fields, up to 4,096 characters',
	},
	flowFieldRows,
	{
		displayName: 'Button Text',
		name: 'button',
		type: 'string',
		default: '',
		placeholder: 'e.g. Send',
		description:
			'Label of the button, up to 35 characters. Default: Continue, and Submit on the last screen.',
	},
	{
		displayName: 'Screen ID',
		name: 'id',
		type: 'string',
		default: '',
		placeholder: 'e.g. YOUR_DETAILS',
		description: 'Letters and underscores. Made from the title by default.',
	},
];

const screens: INodeProperties = {
	displayName: 'Screens',
	name: 'screens',
	type: 'fixedCollection',
	placeholder: 'Add screen',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.title }}' },
	},
	displayOptions: { show: { definition: ['form'] } },
	default: {
		screen: [
			{
				title: '',
				text: '',
				fields: flowFieldRows.default as INodeParameters,
				button: '',
				id: '',
			},
		],
	},
	description: 'The pages of the flow, in the order in which the customer sees them',
	options: [{ displayName: 'Screen', name: 'screen', values: SCREEN }],
};

/**
 * The parameters of a Flow JSON: from a form, from JSON, or from a file. Read it with `flowJsonOf`.
 *
 * @param more other ways to define the flow, whose parameters the operation adds
 */
export function flowJsonFields(more: INodePropertyOptions[] = []): INodeProperties[] {
	return [
		{
			displayName: 'Define Flow',
			name: 'definition',
			type: 'options',
			options: [...more, FILE, FORM, JSON_TEXT].sort((one, other) =>
				one.name.localeCompare(other.name),
			),
			default: 'form',
			description: 'How to define the screens of the flow',
		},
		{
			displayName: 'Send Answers To',
			name: 'answersTo',
			type: 'options',
			options: [
				{
					name: 'Chat',
					value: 'chat',
					description: 'The customer sends all answers as one message, which the trigger receives',
				},
				{
					name: 'Endpoint',
					value: 'endpoint',
					description: 'Each screen is answered by a workflow with the Flow Trigger',
				},
			],
			displayOptions: { show: { definition: ['form'] } },
			default: 'chat',
			description: 'Where the answers of the customer go',
		},
		...formOrJson(screens, {
			example: [
				{
					title: 'Your Details',
					fields: [
						{ label: 'Name', type: 'text', required: true },
						{ label: 'Size', type: 'radio', options: ['Small', 'Large'] },
					],
				},
			],
			description:
				'A list of screens with title, text, fields, button, and ID. Fields have the names of the form, or those of n8n forms.',
		}),
		{
			displayName: 'Flow JSON',
			name: 'flowJson',
			type: 'json',
			typeOptions: { rows: 12 },
			displayOptions: { show: { definition: ['json'] } },
			default: JSON.stringify(EXAMPLE, null, 2),
			description: 'The whole Flow JSON, versions 5.1 to 7.3, up to 10 MB',
		},
		{
			displayName: 'Input Data Field Name',
			name: 'flowFile',
			type: 'string',
			displayOptions: { show: { definition: ['file'] } },
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input field containing the binary file data to be uploaded',
			description: 'Name of the binary field that contains the Flow JSON',
		},
	];
}

/** The option that leaves the check to Meta. */
export const checkFirst: INodeProperties = {
	displayName: 'Check First',
	name: 'check',
	type: 'boolean',
	default: true,
	description:
		'Whether to check the Flow JSON before it is sent, and to report all errors with line and path. Turn it off for a version that this node does not know.',
};
