import type { INodeProperties } from 'n8n-workflow';

/** Which of the chosen events start the workflow. */
export const filterProperties: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Group Messages',
				name: 'groups',
				type: 'options',
				options: [
					{ name: 'Exclude', value: 'exclude' },
					{ name: 'Include', value: 'include' },
					{ name: 'Only Group Messages', value: 'only' },
				],
				default: 'exclude',
				description: 'Whether messages of WhatsApp groups start the workflow',
			},
			{
				displayName: 'Max Age (Minutes)',
				name: 'maxAgeMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 60,
				description:
					'Excludes older events, e.g. those that Meta delivers after n8n was down. Enter 0 for any age.',
			},
			{
				displayName: 'Message Statuses',
				name: 'statuses',
				type: 'multiOptions',
				options: [
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Played', value: 'played' },
					{ name: 'Read', value: 'read' },
					{ name: 'Sent', value: 'sent' },
				],
				default: ['failed'],
				description: 'The statuses that start the workflow',
			},
			{
				displayName: 'Message Types',
				name: 'messageTypes',
				type: 'multiOptions',
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'Button Tap', value: 'button_reply' },
					{ name: 'Call Permission Reply', value: 'call_permission_reply' },
					{ name: 'Contacts', value: 'contacts' },
					{ name: 'Deleted Message', value: 'revoke' },
					{ name: 'Document', value: 'document' },
					{ name: 'Edited Message', value: 'edit' },
					{ name: 'Flow or Address Reply', value: 'nfm_reply' },
					{ name: 'Image', value: 'image' },
					{ name: 'List Reply', value: 'list_reply' },
					{ name: 'Location', value: 'location' },
					{ name: 'Number or Identity Change', value: 'system' },
					{ name: 'Order', value: 'order' },
					{ name: 'Payment Method', value: 'payment_method' },
					{ name: 'Product', value: 'product' },
					{ name: 'Reaction', value: 'reaction' },
					{ name: 'Sticker', value: 'sticker' },
					{ name: 'Text', value: 'text' },
					{ name: 'Unsupported', value: 'unsupported' },
					{ name: 'Video', value: 'video' },
				],
				default: ['text'],
				description: 'The message types that start the workflow',
			},
			{
				displayName: 'Phone Number IDs',
				name: 'phoneNumberIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 106540352242922, 106540352242923',
				description:
					'Only events of these phone numbers of the business, separated by commas. Use it with a trigger that receives for an account or an app.',
			},
			{
				displayName: 'Senders',
				name: 'senders',
				type: 'string',
				default: '',
				placeholder: 'e.g. +1 650 555 1234, US.13491208655302741918',
				description:
					'Only events of these customers: phone numbers with country code, user IDs, or usernames, separated by commas',
			},
			{
				displayName: 'Text or Button',
				name: 'text',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add condition' },
				placeholder: 'Add condition',
				default: {},
				description: 'Only messages that meet at least one of the conditions',
				options: [
					{
						displayName: 'Conditions',
						name: 'conditions',
						values: [
							{
								displayName: 'Field',
								name: 'field',
								type: 'options',
								options: [
									{
										name: 'Button ID',
										value: 'buttonId',
										description:
											'ID of a reply button or list row, or payload of a quick reply button',
									},
									{
										name: 'Text',
										value: 'text',
										description: 'Text of the message, caption, or title of a tapped button',
									},
								],
								default: 'text',
								description: 'The field of the message to compare',
							},
							{
								displayName: 'Condition',
								name: 'operation',
								type: 'options',
								noDataExpression: true,
								options: [
									{ name: 'Contains', value: 'contains' },
									{ name: 'Equals', value: 'equals' },
									{ name: 'Matches Regular Expression', value: 'regex' },
									{ name: 'Starts With', value: 'startsWith' },
								],
								default: 'contains',
								description: 'How to compare the field with the value',
							},
							{
								displayName: 'Value',
								name: 'value',
								type: 'string',
								default: '',
								placeholder: 'e.g. order',
								description:
									'What to compare the field with. Write a regular expression without slashes; backreferences and lookaround are not supported.',
							},
							{
								displayName: 'Case Sensitive',
								name: 'caseSensitive',
								type: 'boolean',
								default: false,
								description: 'Whether to distinguish upper and lower case',
							},
						],
					},
				],
			},
		],
	},
];
