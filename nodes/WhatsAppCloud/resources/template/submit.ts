import type { INodeProperties } from 'n8n-workflow';
import { submitTemplate } from '../../../../cloud-api/templates/submit';
import { checkDefinition } from '../../../../cloud-api/templates/definition/check';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';
import { TEMPLATE_LANGUAGES } from '../../../../cloud-api/templates/languages';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';
import { authenticationFields } from './authenticationFields';
import { bodyFields, cardsField, contentFields } from './contentFields';
import { submittedDefinition } from './submittedDefinition';
import { withSamples } from './samples';
import { shownFor } from './shownFor';
import { submitOptions, optionsOf } from './submitOptions';

const IDENTITY: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. order_confirmation',
		description:
			'Lower case letters, digits and underscores; the same name may exist in several languages',
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'AUTHENTICATION', description: 'One-time passwords' },
			{ name: 'Marketing', value: 'MARKETING', description: 'Offers, news, invitations' },
			{
				name: 'Utility',
				value: 'UTILITY',
				description: 'Updates about something the customer did: orders, appointments, accounts',
			},
		],
		default: 'UTILITY',
		description: 'Decides the price and the rules. Meta may change it in its review.',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: Object.entries(TEMPLATE_LANGUAGES)
			.map(([value, name]) => ({ name, value, description: value }))
			.sort((one, other) => one.name.localeCompare(other.name)),
		default: 'en_US',
		description: 'The language of the whole text, samples included',
	},
];

const form = { definition: ['form'] };

export const submit: Operation = {
	name: 'Submit',
	value: 'submit',
	action: 'Submit a template for review',
	description:
		"Write a template and hand it to Meta's review. Everything Meta is known to refuse is named before it leaves.",
	fields: [
		{
			displayName: 'Define Template',
			name: 'definition',
			type: 'options',
			options: [
				{ name: 'From Library', value: 'library', description: "A ready text of Meta's library" },
				{ name: 'Using Form', value: 'form', description: 'Field by field' },
				{ name: 'Using JSON', value: 'json', description: "As Meta's documentation writes it" },
			],
			default: 'form',
			description: 'How to describe the template',
		},
		...shownFor({ definition: ['form', 'library'] }, IDENTITY),
		...shownFor({ ...form, category: ['MARKETING'] }, [
			{
				displayName: 'Layout',
				name: 'layout',
				type: 'options',
				options: [
					{ name: 'Carousel', value: 'carousel', description: 'A text above 2 to 10 cards' },
					{
						name: 'Limited-Time Offer',
						value: 'offer',
						description: 'A text with a code and a countdown',
					},
					{ name: 'Standard', value: 'standard', description: 'Header, body, footer, buttons' },
				],
				default: 'standard',
				description: 'How the message is built',
			},
		]),
		...shownFor({ ...form, category: ['MARKETING'], layout: ['offer'] }, [
			{
				displayName: 'Offer Text',
				name: 'offerText',
				type: 'string',
				default: '',
				placeholder: 'e.g. Expiring offer!',
				description: 'Up to 16 characters',
			},
			{
				displayName: 'Show When It Ends',
				name: 'offerExpires',
				type: 'boolean',
				default: true,
				description: 'Whether to show a countdown; the end is given when sending',
			},
		]),
		...shownFor({ ...form, category: ['MARKETING'], layout: ['carousel'] }, [
			...bodyFields,
			cardsField,
		]),
		...shownFor({ ...form, category: ['MARKETING'], layout: ['standard', 'offer'] }, contentFields),
		...shownFor({ ...form, category: ['UTILITY'] }, contentFields),
		...shownFor({ ...form, category: ['AUTHENTICATION'] }, authenticationFields),
		...shownFor({ definition: ['library'] }, [
			{
				displayName: 'Library Template',
				name: 'libraryTemplate',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. delivery_update_1',
				description: 'Its name in the library; Template → Search Library lists them',
			},
			{
				displayName: 'Button Inputs',
				name: 'libraryButtons',
				type: 'json',
				default: '[]',
				description:
					'What the library template\'s buttons need, e.g. [{"type": "PHONE_NUMBER", "phone_number": "+16315551010"}]',
			},
		]),
		...shownFor({ definition: ['json'] }, [
			{
				displayName: 'Template (JSON)',
				name: 'templateJson',
				type: 'json',
				required: true,
				typeOptions: { rows: 12 },
				default:
					'{\n  "name": "order_update",\n  "language": "en_US",\n  "category": "UTILITY",\n  "components": [\n    {\n      "type": "BODY",\n      "text": "Dear [[1]], your order is on its way to you.",\n      "example": { "body_text": [["Pablo"]] }\n    }\n  ]\n}',
				description:
					'The whole definition. A media header takes the name of a binary field as its header_handle; the file is then uploaded.',
			},
		]),
		account,
		submitOptions,
	],
	async run(call) {
		const { param, graph } = call;
		const definition = readDefinition({ ...submittedDefinition(param), ...optionsOf(param) });
		const check = param.group('options').optionalFlag('check') ?? true;
		if (check) checkDefinition(definition).throwAny('Meta would refuse this template');
		if (definition.components)
			definition.components = await withSamples(call, definition.components);
		const { id, status, category } = await submitTemplate(graph, param.account(), definition, {
			check: false,
		});
		return {
			templateId: String(id),
			name: definition.name,
			language: definition.language,
			status,
			category,
			requestedCategory: definition.category,
			categoryChanged: category !== definition.category,
		};
	},
};
