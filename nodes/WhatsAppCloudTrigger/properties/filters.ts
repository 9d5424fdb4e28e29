import type { INodeProperties } from 'n8n-workflow';

/** What starts the workflow among the chosen events. */
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
					{ name: 'Include', value: 'include' },
					{ name: 'Leave Out', value: 'exclude' },
					{ name: 'Only Group Messages', value: 'only' },
				],
				default: 'exclude',
			},
			{
				displayName: 'Kinds of Message',
				name: 'messageKinds',
				type: 'multiOptions',
				options: [
					{ name: 'Audio', value: 'audio' },
					{ name: 'Button Tap', value: 'button_reply' },
					{ name: 'Call Permission Reply', value: 'call_permission_reply' },
					{ name: 'Contacts', value: 'contacts' },
					{ name: 'Deleted Message', value: 'revoke' },
					{ name: 'Document', value: 'document' },
					{ name: 'Edited Message', value: 'edit' },
					{ name: 'Flow or Address Answer', value: 'nfm_reply' },
					{ name: 'Image', value: 'image' },
					{ name: 'List Choice', value: 'list_reply' },
					{ name: 'Location', value: 'location' },
					{ name: 'Number or Identity Change', value: 'system' },
					{ name: 'Order', value: 'order' },
					{ name: 'Reaction', value: 'reaction' },
					{ name: 'Sticker', value: 'sticker' },
					{ name: 'Text', value: 'text' },
					{ name: 'Unsupported', value: 'unsupported' },
					{ name: 'Video', value: 'video' },
				],
				default: ['text'],
				description: 'Other kinds of message do not start the workflow',
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
				description: 'Other statuses do not start the workflow',
			},
			{
				displayName: 'Not Older Than (Minutes)',
				name: 'maxAgeMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 60,
				description:
					'Events that happened longer ago are left out, e.g. those that Meta delivers after n8n was down. 0 for any age.',
			},
			{
				displayName: 'Phone Number IDs',
				name: 'phoneNumberIds',
				type: 'string',
				default: '',
				placeholder: 'e.g. 106540352242922, 106540352242923',
				description:
					'Only events of these numbers of yours, separated by commas. For triggers of an account or app.',
			},
			{
				displayName: 'Senders',
				name: 'senders',
				type: 'string',
				default: '',
				placeholder: 'e.g. +1 650 555 1234, US.13491208655302741918',
				description: 'Only these people: phone numbers, user IDs or usernames, separated by commas',
			},
			{
				displayName: 'Text or Button',
				name: 'text',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add condition',
				default: {},
				description: 'Messages for which one of the conditions holds',
				options: [
					{
						displayName: 'Conditions',
						name: 'conditions',
						values: [
							{
								displayName: 'Look At',
								name: 'field',
								type: 'options',
								options: [
									{ name: 'Text', value: 'text' },
									{ name: 'Button ID', value: 'buttonId' },
								],
								default: 'text',
								description:
									"Text: what was written, a caption, a tapped button's title. Button ID: the ID of the button or list row, or the payload of a template button.",
							},
							{
								displayName: 'Condition',
								name: 'operation',
								type: 'options',
								noDataExpression: true,
								options: [
									{ name: 'Equals', value: 'equals' },
									{ name: 'Contains', value: 'contains' },
									{ name: 'Starts With', value: 'startsWith' },
									{ name: 'Matches Regular Expression', value: 'regex' },
								],
								default: 'contains',
							},
							{
								displayName: 'Value',
								name: 'value',
								type: 'string',
								default: '',
								description:
									'Regular expressions are written without slashes. Backreferences and lookaround are not available, so that no message can make the search endless.',
							},
							{
								displayName: 'Case Sensitive',
								name: 'caseSensitive',
								type: 'boolean',
								default: false,
								description: 'Whether capital and small letters differ',
							},
						],
					},
				],
			},
		],
	},
];
