import type { INodeProperties } from 'n8n-workflow';

/** How events become items, and what else happens with them. */
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
		description: 'Whether all events leave by one output, or each chosen event by its own',
	},
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			'Whether to fetch the files of messages into binary data. An item whose file could not be fetched in time says why in mediaError.',
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
				displayName: 'Each Event Once',
				name: 'onceOnly',
				type: 'boolean',
				default: true,
				description:
					'Whether to drop what Meta delivers again (for up to 7 days). With several webhook processes or main instances, add a Remove Duplicates node, or a Redis node that counts, for certainty.',
			},
			{
				displayName: 'Largest File (MB)',
				name: 'maxMediaSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 16,
				description: 'Larger files are not fetched by Download Media',
			},
			{
				displayName: 'Mark as Read',
				name: 'markAsRead',
				type: 'options',
				options: [
					{ name: 'No', value: 'no' },
					{ name: 'At Once', value: 'read' },
					{ name: 'At Once, and Show "Typing…"', value: 'typing' },
				],
				default: 'typing',
				description:
					'Whether customers see blue ticks as soon as their message starts the workflow. "Typing…" disappears with the answer, or after 25 seconds.',
			},
			{
				displayName: 'Pass Test Deliveries On',
				name: 'passOnInTest',
				type: 'boolean',
				default: true,
				description:
					'Whether what arrives during a test run also goes to the workflow that receives it otherwise, so that production misses nothing',
			},
			{
				displayName: 'Refused Deliveries',
				name: 'reportRefused',
				type: 'options',
				options: [
					{
						name: 'Show in Executions',
						value: 'execution',
						description:
							'At most one execution in ten minutes for each reason; it ends at this node',
					},
					{
						name: 'Send to an Output of Their Own',
						value: 'output',
						description: 'The same, and nodes behind the output "Refused" run, e.g. an alert',
					},
					{ name: 'Write to the Log Only', value: 'log' },
				],
				default: 'execution',
				description:
					'Where to show that a delivery was refused, e.g. because its signature does not match the app secret. The reason is always in the log of n8n.',
			},
			{
				displayName: 'Take Over Callback',
				name: 'takeOver',
				type: 'boolean',
				default: false,
				description:
					'Whether to replace the callback of another program, n8n or workflow that is registered in the same place. It receives nothing from then on.',
			},
			{
				displayName: 'Time for Files (Seconds)',
				name: 'mediaTime',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 15 },
				default: 5,
				description:
					'How long Download Media may delay the answer to Meta. Meta gives up on slow answers and delivers again.',
			},
		],
	},
];
