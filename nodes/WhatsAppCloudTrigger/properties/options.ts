import type { INodeProperties } from 'n8n-workflow';
import { LATE_REPLY } from '../delivery/answers/lateReply';

/** How events become items. */
export const outputProperties: INodeProperties[] = [
	{
		displayName: 'Outputs',
		name: 'outputMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'One for All Events', value: 'one' },
			{ name: 'One for Each Event', value: 'separate' },
		],
		default: 'one',
		description: 'Whether the node has one output, or one for each chosen event',
	},
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			'Whether to download the files of messages into binary fields. If a file cannot be downloaded in time, the field mediaError of the item contains the reason.',
	},
];

export const optionProperties: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Download Timeout (Seconds)',
				name: 'downloadTimeout',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 15 },
				default: 5,
				description:
					'How long Download Media may delay the answer to Meta, up to 15 seconds. Meta retries a delivery that is answered too late.',
			},
			{
				displayName: 'Drop Duplicates',
				name: 'dropDuplicates',
				type: 'boolean',
				default: true,
				description:
					'Whether to drop events that Meta delivers again within 7 days. With several webhook processes or main instances, add a Remove Duplicates node or a Redis counter to be certain.',
			},
			{
				displayName: 'Forward Test Events',
				name: 'forwardTestEvents',
				type: 'boolean',
				default: true,
				description:
					'Whether to forward what arrives during a test run to the workflow that normally receives it, so that production misses nothing',
			},
			{
				displayName: 'Include Raw Data',
				name: 'includeRaw',
				type: 'boolean',
				default: true,
				description: "Whether to add Meta's JSON of each event to the item, in the field raw",
			},
			{
				displayName: 'Mark as Read',
				name: 'markAsRead',
				type: 'options',
				options: [
					{ name: 'No', value: 'no' },
					{ name: 'On Arrival', value: 'read' },
					{ name: 'On Arrival, With "Typing…"', value: 'typing' },
				],
				default: 'typing',
				description:
					'Whether customers see blue check marks as soon as their message starts the workflow. "Typing…" disappears with the reply, or after 25 seconds.',
			},
			{
				displayName: 'Max File Size (MB)',
				name: 'maxFileSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 16,
				description: 'Download Media skips larger files',
			},
			{
				displayName: 'Rejected Deliveries',
				name: 'rejectedDeliveries',
				type: 'options',
				options: [
					{
						name: 'Send to a Separate Output',
						value: 'output',
						description:
							'Adds the output "Rejected", e.g. for an alert. Returns at most one item per reason every 10 minutes.',
					},
					{
						name: 'Show in Executions',
						value: 'execution',
						description:
							'Adds at most one execution per reason every 10 minutes; no other node runs',
					},
					{ name: 'Write to the Log Only', value: 'log' },
				],
				default: 'execution',
				description:
					'Where to report that a delivery was rejected, e.g. because its signature does not match the app secret. The log of n8n always contains the reason.',
			},
			{
				displayName: 'Reply to Late Answers',
				name: 'lateReply',
				type: 'string',
				default: LATE_REPLY,
				description:
					'What is sent to a person who answers a question of Send and Wait for Response twice or too late. Leave empty to send nothing.',
			},
			{
				displayName: 'Take Over Callback',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description:
					'Whether to replace a callback URL of another program, n8n, or workflow that is registered in the same place. A replaced workflow stays published but receives nothing.',
			},
		],
	},
];
