import type { INodeProperties } from 'n8n-workflow';

/** The template to send, from a list of names with languages, or by name and language. */
export const templateToSend: INodeProperties[] = [
	{
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'The template to send. Templates that cannot be sent are at the end of the list, with their status.',
		builderHint: {
			propertyHint:
				'Use a template for whoever has not written within the last 24 hours. It must exist and be approved: use mode "name" with its exact name, and its language in templateLanguage.',
		},
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
		description: 'Language code of the template. en and en_US are different languages.',
	},
];

/** A template to manage, by its ID, which identifies one language of a name. */
export const templateId: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'One language of a template. Each language has its own ID.',
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
						errorMessage: 'A template ID has only digits. It is not the name of the template.',
					},
				},
			],
		},
	],
};
