import type { INodeProperties } from 'n8n-workflow';

/** A template to send: name and language in one choice, or by name with the language beside it. */
export const templateToSend: INodeProperties[] = [
	{
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'The template to send. Those that Meta has not approved, or has paused, are marked and come last.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose a template',
				typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. order_confirmation',
				hint: 'Enter a name, or a name with its language: order_confirmation|en_US',
			},
		],
	},
	{
		displayName: 'Template Language',
		name: 'templateLanguage',
		type: 'string',
		default: 'en_US',
		placeholder: 'e.g. en_US',
		displayOptions: { show: { '/template.mode': ['name'] } },
		description:
			"The code of the template's language, as Meta writes it: en and en_US are different languages",
	},
];

/** A template to manage, by its ID: one language of one name. */
export const templateId: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'One language of a template; each language has an ID of its own',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a template',
			typeOptions: { searchListMethod: 'searchTemplateIds', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1192339204654487',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*\\d*\\s*$',
						errorMessage: 'A template ID consists of digits only; it is not its name',
					},
				},
			],
		},
	],
};
