import type { INodeProperties } from 'n8n-workflow';

/** The values of a template: fields that are generated from it, or JSON. */
export const templateValueFields: INodeProperties[] = [
	{
		displayName: 'Template Values',
		name: 'parameterInput',
		type: 'options',
		options: [
			{
				name: 'Using Fields Below',
				value: 'fields',
				description: 'One field for each value that the template wants',
			},
			{
				name: 'Using JSON',
				value: 'json',
				description: 'For templates that come from data, and for AI agents',
			},
		],
		default: 'fields',
		description: "How to give the values for the template's variables, media and buttons",
	},
	{
		// What n8n itself writes above the fields, so that messages name what people see.
		displayName: 'Values to Send',
		name: 'templateParameters',
		type: 'resourceMapper',
		noDataExpression: true,
		required: true,
		default: { mappingMode: 'defineBelow', value: null },
		displayOptions: { show: { parameterInput: ['fields'] } },
		typeOptions: {
			loadOptionsDependsOn: ['template.value', 'templateLanguage', 'account.value'],
			resourceMapper: {
				resourceMapperMethod: 'getTemplateParameters',
				mode: 'add',
				supportAutoMap: false,
				addAllFields: true,
				fieldWords: { singular: 'value', plural: 'values' },
				noFieldsError: 'This template takes no values',
			},
		},
		description:
			'For images, videos and documents enter a public link, a media ID, or the name of the binary field that holds the file',
	},
	{
		displayName: 'Values (JSON)',
		name: 'templateValues',
		type: 'json',
		default: '{\n  "body": []\n}',
		typeOptions: { rows: 6 },
		displayOptions: { show: { parameterInput: ['json'] } },
		description:
			'By place: {"body": ["Pablo"]} or {"body": {"first_name": "Pablo"}}, {"header": {"image": "https://…"}}, {"buttons": [{"payload": "YES"}]}, {"code": "123456"}, {"cards": […]}. Meta\'s own list of components is taken as it is.',
	},
];
