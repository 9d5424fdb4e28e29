import type { INodeProperties } from 'n8n-workflow';
import { account } from './account';
import { templateToSend } from './template';
import { templateValueFields } from './templateValues';

/** The template to send instead, as in Send Template; shown once that is chosen. */
const template: INodeProperties[] = [...templateToSend, ...templateValueFields, account].map(
	(field) => ({
		...field,
		displayOptions: {
			show: { closedWindow: ['template'], ...field.displayOptions?.show },
		},
	}),
);

/**
 * What to do with a free-form message outside the customer service window, and how to know that it is
 * closed. Not in Options, because n8n does not keep fields whose display depends on an entry of a collection.
 */
export const closedWindowFields: INodeProperties[] = [
	{
		displayName: 'If the Window Is Closed',
		name: 'closedWindow',
		type: 'options',
		options: [
			{
				name: 'Send a Template',
				value: 'template',
				description: 'Sends a template instead, which reaches customers at any time',
			},
			{
				name: 'Send Anyway',
				value: 'send',
				description: 'Meta rejects the message, or reports it as failed, with the code 131047',
			},
			{ name: 'Stop', value: 'stop', description: 'Fails the item before anything is sent' },
		],
		default: 'send',
		description:
			"What to do when the customer's last message is more than 24 hours old, so that free-form messages are not delivered",
	},
	{
		displayName: 'Determine Window By',
		name: 'windowKnownBy',
		type: 'options',
		displayOptions: { show: { closedWindow: ['stop', 'template'] } },
		options: [
			{ name: 'Last Message', value: 'lastMessage', description: 'When the customer last wrote' },
			{
				name: 'Window End',
				value: 'windowEnd',
				description: '"windowExpiresAt" of the WhatsApp Cloud API Trigger',
			},
		],
		default: 'windowEnd',
		description: 'Which time determines whether the customer service window is closed',
	},
	{
		displayName: 'Window Ends At',
		name: 'windowExpiresAt',
		type: 'dateTime',
		displayOptions: {
			show: { closedWindow: ['stop', 'template'], windowKnownBy: ['windowEnd'] },
		},
		default: '={{ $json.windowExpiresAt }}',
		description:
			'When the customer service window ends: "windowExpiresAt" of the WhatsApp Cloud API Trigger',
	},
	{
		displayName: 'Last Message At',
		name: 'lastMessageAt',
		type: 'dateTime',
		displayOptions: {
			show: { closedWindow: ['stop', 'template'], windowKnownBy: ['lastMessage'] },
		},
		default: '',
		description:
			'When the customer last wrote, e.g. from your CRM. Empty means that the customer has never written.',
	},
	...template,
];
