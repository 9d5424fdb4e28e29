import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { submitTemplate } from '../../../../cloud-api/templates/submit';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';
import { LIMITS } from '../../../../cloud-api/templates/definition/limits';
import { TEMPLATE_LANGUAGES } from '../../../../cloud-api/templates/languages';
import { account } from '../../fields/account';
import type { Operation } from '../../runtime/operation';
import { authenticationFields } from './authenticationFields';
import { bodyFields, callPermissionField, cardsField, contentFields } from './contentFields';
import { submittedDefinition } from './submittedDefinition';
import { sampleUploader } from './samples';
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
			'Lowercase letters, digits, and underscores. A template can have several languages under one name.',
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'AUTHENTICATION', description: 'One-time passwords' },
			{ name: 'Marketing', value: 'MARKETING', description: 'Offers, news, and invitations' },
			{
				name: 'Utility',
				value: 'UTILITY',
				description: 'Updates about orders, appointments, and accounts',
			},
		],
		default: 'UTILITY',
		description: 'Determines the price and the rules. Meta can change it during the review.',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: Object.entries(TEMPLATE_LANGUAGES)
			.map(([value, name]) => ({ name, value, description: value }))
			.sort((one, other) => one.name.localeCompare(other.name)),
		default: 'en_US',
		description: 'Language of the text and the sample values',
	},
];

const form = { definition: ['form'] };

export const submit: Operation = {
	name: 'Submit',
	value: 'submit',
	action: 'Submit a template for review',
	description:
		"Create a template and submit it for Meta's review. All problems are reported before anything is sent.",
	fields: [
		{
			displayName: 'Define Template',
			name: 'definition',
			type: 'options',
			options: [
				{ name: 'From Library', value: 'library', description: "A template from Meta's library" },
				{ name: 'Using Form', value: 'form', description: 'With the fields below' },
				{ name: 'Using JSON', value: 'json', description: "In the format of Meta's documentation" },
			],
			default: 'form',
			description: 'How to define the template',
		},
		...updateDisplayOptions({ show: { definition: ['form', 'library'] } }, IDENTITY),
		...updateDisplayOptions({ show: { ...form, category: ['MARKETING'] } }, [
			{
				displayName: 'Layout',
				name: 'layout',
				type: 'options',
				options: [
					{
						name: 'Carousel',
						value: 'carousel',
						description: `A text with ${LIMITS.minCards} to ${LIMITS.maxCards} cards`,
					},
					{
						name: 'Limited-Time Offer',
						value: 'offer',
						description: 'A text with a coupon code and a countdown',
					},
					{ name: 'Standard', value: 'standard', description: 'Header, body, footer, and buttons' },
				],
				default: 'standard',
				description: 'Components of the message',
			},
		]),
		...updateDisplayOptions({ show: { ...form, category: ['MARKETING'], layout: ['offer'] } }, [
			{
				displayName: 'Offer Text',
				name: 'offerText',
				type: 'string',
				default: '',
				placeholder: 'e.g. Expiring offer!',
				description: `Up to ${LIMITS.offerText} characters`,
			},
			{
				displayName: 'Show Expiration',
				name: 'offerExpires',
				type: 'boolean',
				default: true,
				description:
					'Whether to show a countdown. You set the expiration when you send the template.',
			},
		]),
		...updateDisplayOptions({ show: { ...form, category: ['MARKETING'], layout: ['carousel'] } }, [
			...bodyFields,
			cardsField,
		]),
		...updateDisplayOptions(
			{ show: { ...form, category: ['MARKETING'], layout: ['standard', 'offer'] } },
			contentFields,
		),
		...updateDisplayOptions({ show: { ...form, category: ['UTILITY'] } }, contentFields),
		...updateDisplayOptions({ show: { ...form, category: ['MARKETING'], layout: ['standard'] } }, [
			callPermissionField,
		]),
		...updateDisplayOptions({ show: { ...form, category: ['UTILITY'] } }, [callPermissionField]),
		...updateDisplayOptions(
			{ show: { ...form, category: ['AUTHENTICATION'] } },
			authenticationFields,
		),
		...updateDisplayOptions({ show: { definition: ['library'] } }, [
			{
				displayName: 'Library Template',
				name: 'libraryTemplate',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. delivery_update_1',
				description: 'Name in the library. Template → Search Library lists the names.',
			},
			{
				displayName: 'Button Inputs',
				name: 'libraryButtons',
				type: 'json',
				default: '[]',
				description:
					'Values of the library template\'s buttons, e.g. [{"type": "PHONE_NUMBER", "phone_number": "+16315551010"}]',
			},
		]),
		...updateDisplayOptions({ show: { definition: ['json'] } }, [
			{
				displayName: 'Template (JSON)',
				name: 'templateJson',
				type: 'json',
				required: true,
				typeOptions: { rows: 12 },
				default:
					'{\n  "name": "order_update",\n  "language": "en_US",\n  "category": "UTILITY",\n  "components": [\n    {\n      "type": "BODY",\n      "text": "Dear [[1]], your order is on its way to you.",\n      "example": { "body_text": [["Pablo"]] }\n    }\n  ]\n}',
				description:
					'The whole definition. As the header_handle of a media header you can enter the name of the binary field that contains the sample file.',
			},
		]),
		account,
		submitOptions,
	],
	async run(call) {
		const { param, graph, files } = call;
		const definition = readDefinition(
			{ ...submittedDefinition(param), ...optionsOf(param) },
			{ binaryFields: files.names() },
		);
		const { id, status, category } = await submitTemplate(graph, param.account(), definition, {
			check: param.group('options').optionalFlag('check') ?? true,
			uploadSample: sampleUploader(call),
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
