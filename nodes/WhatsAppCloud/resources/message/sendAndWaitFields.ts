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
	],
	default: 'approval',
	description: 'How the person answers',
};

/** The fields, shown for one response type only. */
export function shownFor(type: string, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: { show: { responseType: [type], ...field.displayOptions?.show } },
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
					displayOptions: { show: { approvalType: ['double'] } },
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
		'Others Who May Answer',
		'othersWhoMayAnswer',
		'+1 650 555 1234',
		'Phone numbers or user IDs of further people whose answer counts, separated by commas. In a group, every member may answer.',
	),
	textField(
		'Reaction to the Answer',
		'reaction',
		'👍',
		'An emoji that the answer gets as soon as it has arrived',
	),
	textField(
		'Reply to the Answer',
		'replyText',
		'Thank you, we are on it.',
		'A text that is sent as soon as the answer has arrived',
	),
	{
		displayName: 'Start Workflow of Trigger',
		name: 'startWorkflow',
		type: 'boolean',
		default: false,
		description:
			'Whether the answer also starts the workflow of the trigger that receives it, like any other message',
	},
];
