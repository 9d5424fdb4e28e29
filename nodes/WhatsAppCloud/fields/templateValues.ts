import type { INodeProperties } from 'n8n-workflow';

/** The parameter values of a template, as generated fields or as JSON. */
export const templateValueFields: INodeProperties[] = [
	{
		displayName: 'Template Values',
		name: 'parameterInput',
		type: 'options',
		options: [
			{
				name: 'Using Fields Below',
				value: 'fields',
				description: 'One field per parameter of the template',
			},
			{
				name: 'Using JSON',
				value: 'json',
				description: 'For templates chosen by an expression, and for AI agents',
			},
		],
		default: 'fields',
		description: "How to enter the values of the template's variables, media, and buttons",
	},
	{
		displayName:
			'For images, videos, and documents, enter a link, a media ID, or the name of the binary field that contains the file. For a URL end, enter only what follows the fixed part of the URL.',
		name: 'templateValuesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { parameterInput: ['fields'] } },
	},
	{
		// The label that n8n shows above the fields.
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
				noFieldsError: 'This template has no parameters',
			},
		},
		description:
			'For images, videos, and documents, enter a public link, a media ID, or the name of the binary field that contains the file',
	},
	{
		displayName: 'Values (JSON)',
		name: 'templateValues',
		type: 'json',
		default: '{\n  "body": []\n}',
		typeOptions: { rows: 6 },
		displayOptions: { show: { parameterInput: ['json'] } },
		description:
			'Values by parameter: {"body": ["Pablo"]} or {"body": {"first_name": "Pablo"}}, {"header": {"image": "https://…"}}, {"buttons": [{"payload": "YES"}]}, {"code": "123456"}, {"cards": […]}. A list of components or a template object in Meta\'s format is accepted too.',
	},
];
