import type { INodeProperties } from 'n8n-workflow';
import { INTERACTIVE_LIMITS } from '../../../../cloud-api/messages/interactive';
import { textField } from '../../fields/textField';
import { limitWaitTime } from '../../waiting/limitWaitTime';
import { choiceOptions } from './choiceOptions';

/** How the person answers, in n8n's words where n8n has them. */
export const responseType: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Approval',
			value: 'approval',
			description: 'One or two buttons. The output contains "approved".',
		},
		{
			name: 'Choice',
			value: 'choice',
			description: 'Up to 3 buttons, or a list of up to 10. The output contains "choice".',
		},
		{
			name: 'Custom Form',
			value: 'customForm',
			description: 'A form inside WhatsApp. The output contains "data".',
		},
		{
			name: 'Free Text',
			value: 'freeText',
			description: 'A form with one text field. The output contains "text".',
		},
	],
	default: 'approval',
	description: 'How the person answers',
};

/** The fields, shown for these response types only. */
export function shownFor(types: string | string[], fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { responseType: [types].flat(), ...field.displayOptions?.show },
		},
	}));
}

/** n8n's own names, which the human review of AI tools needs. */
export const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add option',
	displayOptions: { show: { responseType: ['approval'] } },
	default: {},
	description: 'Number and labels of the buttons',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					options: [
						{ name: 'Approve Only', value: 'single' },
						{ name: 'Approve and Disapprove', value: 'double' },
						{
							name: 'Approve or Disapprove With a Reason',
							value: 'reason',
							description:
								'A form with both choices and a text field. The reason is the feedback for an AI agent.',
						},
					],
					default: 'double',
					description: 'Whether there is a second button',
				},
				{
					displayName: 'Approve Button Label',
					name: 'approveLabel',
					type: 'string',
					default: 'Approve',
					description: 'Up to 20 characters',
				},
				{
					displayName: 'Disapprove Button Label',
					name: 'disapproveLabel',
					type: 'string',
					displayOptions: { show: { approvalType: ['double', 'reason'] } },
					default: 'Decline',
					description: 'Up to 20 characters',
				},
			],
		},
	],
};

const CHOICE_FIELD_NAMES = new Set(['titleField', 'descriptionField', 'idField']);

/** The options that only Send and Wait for Response has. */
export const answerOptions: INodeProperties[] = [
	...choiceOptions.filter(({ name }) => CHOICE_FIELD_NAMES.has(name)),
	{
		displayName: 'Form Type',
		name: 'formType',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'A flow, or a page of n8n where the account cannot have flows',
			},
			{
				name: 'Flow',
				value: 'flow',
				description: 'A form inside WhatsApp, otherwise the item fails',
			},
			{
				name: 'Web Page',
				value: 'page',
				description: 'A button that opens a form in the browser',
			},
		],
		default: 'auto',
		description: 'How to show a form. The output says which one was used in "askedBy".',
	},
	{
		displayName: 'Check for Trigger',
		name: 'checkForTrigger',
		type: 'boolean',
		default: true,
		description:
			'Whether to make sure before sending that a WhatsApp Cloud API Trigger of this n8n listens for the sender. Turn it off if the answers arrive through a gateway.',
	},
	textField(
		'Footer',
		'footer',
		'Please answer by Friday',
		`Small gray text under the message, up to ${INTERACTIVE_LIMITS.footer} characters`,
	),
	limitWaitTime,
	textField(
		'List Button Text',
		'listButtonText',
		'Show times',
		'Text of the button that opens a list, up to 20 characters',
	),
	textField(
		'Message Button Label',
		'messageButtonLabel',
		'Fill in',
		'Text of the button that opens a form, up to 20 characters',
	),
	textField(
		'Others Who May Answer',
		'othersWhoMayAnswer',
		'+1 650 555 1234',
		'Phone numbers or user IDs of further people whose answer counts, separated by commas. In a group, every member may answer.',
	),
	textField(
		'Reaction to the Answer',
		'reaction',
		'👍',
		'Emoji to react to the answer with as soon as it arrives',
	),
	textField(
		'Reply to the Answer',
		'replyText',
		'Thank you, we are on it.',
		'Text to send as soon as the answer arrives',
	),
	textField(
		'Response Form Button Label',
		'responseFormButtonLabel',
		'Send',
		'Text of the button that sends a form, up to 35 characters',
	),
	textField(
		'Response Form Description',
		'responseFormDescription',
		'Your answers stay with us.',
		'Text above the fields of a form',
	),
	textField('Response Form Title', 'responseFormTitle', 'Delivery', 'Title of a form'),
	{
		displayName: 'Start Workflow of Trigger',
		name: 'startWorkflow',
		type: 'boolean',
		default: false,
		description:
			'Whether the answer also starts the workflow of the trigger that receives it, like any other message',
	},
];
