import * as fc from 'fast-check';
import { checkFlowJson } from '../../../../cloud-api/flows/check/checkFlowJson';
import { answersFromFlow } from '../../../../cloud-api/flows/form/answers';
import { flowFromFields } from '../../../../cloud-api/flows/form/build';
import {
	FLOW_FIELD_TYPES,
	type FlowField,
	type FlowForm,
} from '../../../../cloud-api/flows/form/form';

const one = (...fields: FlowField[]): FlowForm => ({ screens: [{ fields }] });
const children = (form: FlowForm) => {
	const [screen] = flowFromFields(form).screens as Array<{ layout: { children: unknown[] } }>;
	return screen.layout.children;
};

it('makes a Flow JSON of two screens whose answers come with the last', () => {
	expect(
		flowFromFields({
			screens: [
				{
					title: 'Your details',
					text: 'Hello',
					fields: [{ type: 'text', label: 'Name', required: true }],
				},
				{ title: 'Wishes', button: 'Send', fields: [{ type: 'textarea', label: 'Wishes' }] },
			],
		}),
	).toEqual({
		version: '7.3',
		screens: [
			{
				id: 'YOUR_DETAILS',
				title: 'Your details',
				layout: {
					type: 'SingleColumnLayout',
					children: [
						{ type: 'TextBody', text: 'Hello' },
						{
							type: 'TextInput',
							name: 'name',
							'input-type': 'text',
							required: true,
							label: 'Name',
						},
						{
							type: 'Footer',
							label: 'Continue',
							'on-click-action': {
								name: 'navigate',
								next: { type: 'screen', name: 'WISHES' },
								payload: {},
							},
						},
					],
				},
			},
			{
				id: 'WISHES',
				title: 'Wishes',
				terminal: true,
				layout: {
					type: 'SingleColumnLayout',
					children: [
						{ type: 'TextArea', name: 'wishes', required: false, label: 'Wishes' },
						{
							type: 'Footer',
							label: 'Send',
							'on-click-action': {
								name: 'complete',
								payload: { name: '${screen.YOUR_DETAILS.form.name}', wishes: '${form.wishes}' },
							},
						},
					],
				},
			},
		],
	});
});

it('makes a flow with an endpoint, which returns options', () => {
	const flow = flowFromFields({
		endpoint: true,
		screens: [
			{ id: 'DAY', fields: [{ type: 'date', label: 'Day', min: '2027-01-01' }] },
			{ id: 'TIME', fields: [{ type: 'dropdown', label: 'Time', optionsFrom: 'times' }] },
		],
	});
	expect(flow).toMatchObject({
		data_api_version: '3.0',
		routing_model: { DAY: ['TIME'], TIME: [] },
		screens: [
			{
				title: '1 / 2',
				layout: {
					children: [
						{ 'min-date': '2027-01-01' },
						{ 'on-click-action': { name: 'data_exchange', payload: { day: '${form.day}' } } },
					],
				},
			},
			{
				data: { times: { type: 'array' } },
				layout: {
					children: [
						{ 'data-source': '${data.times}' },
						{
							'on-click-action': {
								payload: { day: '${screen.DAY.form.day}', time: '${form.time}' },
							},
						},
					],
				},
			},
		],
	});
	expect(checkFlowJson(JSON.stringify(flow))).toEqual([]);
});

it.each<[string, FlowField, unknown[]]>([
	[
		'number',
		{ type: 'number', label: 'Persons', min: 1, max: 2, initial: 2 },
		[
			{
				type: 'TextInput',
				'input-type': 'number',
				'min-chars': 1,
				'max-chars': 2,
				'init-value': '2',
			},
		],
	],
	['email', { type: 'email', label: 'Email' }, [{ type: 'TextInput', 'input-type': 'email' }]],
	['phone', { type: 'phone', label: 'Phone' }, [{ type: 'TextInput', 'input-type': 'phone' }]],
	[
		'text with help',
		{ type: 'text', label: 'Name', help: 'As in your passport' },
		[{ type: 'TextInput', 'helper-text': 'As in your passport' }],
	],
	[
		'a question that is too long for a label',
		{ type: 'text', label: 'What is the address of your delivery?' },
		[
			{ type: 'TextBody', text: 'What is the address of your delivery?' },
			{ type: 'TextInput', label: 'What is the…', name: 'what_is_the_address_of_your_delivery' },
		],
	],
	[
		'help that is too long',
		{ type: 'text', label: 'Name', help: 'x'.repeat(81) },
		[{ type: 'TextInput' }, { type: 'TextCaption', text: 'x'.repeat(81) }],
	],
	[
		'a long option',
		{
			type: 'radio',
			label: 'Size',
			options: ['Small', 'A very large one with a garden and a pool'],
		},
		[
			{
				type: 'RadioButtonsGroup',
				'data-source': [
					{ id: 'Small', title: 'Small' },
					{
						id: 'A very large one with a garden and a pool',
						title: 'A very large one with a…',
						description: 'A very large one with a garden and a pool',
					},
				],
			},
		],
	],
	[
		'checkboxes',
		{
			type: 'checkbox',
			label: 'Extras',
			options: [{ id: 'a', title: 'A' }, 'B'],
			min: 1,
			initial: ['A'],
		},
		[{ type: 'CheckboxGroup', 'min-selected-items': 1, 'init-value': ['a'] }],
	],
	[
		'an opt-in',
		{ type: 'optIn', label: 'I agree', required: true },
		[{ type: 'OptIn', required: true }],
	],
	[
		'photos',
		{ type: 'photo', label: 'Damage', required: true, max: 3 },
		[{ type: 'PhotoPicker', 'min-uploaded-photos': 1, 'max-uploaded-photos': 3 }],
	],
	[
		'a file',
		{ type: 'file', label: 'Contract', accept: ['application/pdf'] },
		[
			{
				type: 'DocumentPicker',
				'min-uploaded-documents': 0,
				'max-uploaded-documents': 1,
				'allowed-mime-types': ['application/pdf'],
			},
		],
	],
])('shows %s', (_name, field, expected) => {
	const shown = children(one(field)).slice(0, -1);
	expect(shown).toHaveLength(expected.length);
	expect(shown).toMatchObject(expected);
});

it.each<[string, FlowForm, string, RegExp]>([
	['no screen', { screens: [] }, 'screens', /no screen/],
	['no label', one({ type: 'text', label: ' ' }), 'screens[0].fields[0].label', /no label/],
	[
		'no options',
		one({ type: 'radio', label: 'A', options: [] }),
		'screens[0].fields[0].options',
		/no options/,
	],
	[
		'21 radio buttons',
		one({
			type: 'radio',
			label: 'A',
			options: Array.from({ length: 21 }, (_, index) => `${index}`),
		}),
		'screens[0].fields[0].options',
		/21 options; the limit is 20/,
	],
	[
		'an empty option',
		one({ type: 'radio', label: 'A', options: ['a', ''] }),
		'screens[0].fields[0].options[1]',
		/Option 2 is empty/,
	],
	[
		'an option twice',
		one({ type: 'radio', label: 'A', options: ['a', 'a'] }),
		'screens[0].fields[0].options[1]',
		/twice/,
	],
	['11 files', one({ type: 'file', label: 'A', max: 11 }), 'screens[0].fields[0].max', /1 to 10/],
	[
		'a day in words',
		one({ type: 'date', label: 'A', min: 'tomorrow' }),
		'screens[0].fields[0].min',
		/"tomorrow" is not a day/,
	],
	[
		'half a character',
		one({ type: 'text', label: 'A', max: 1.5 }),
		'screens[0].fields[0].max',
		/whole number/,
	],
	[
		'a heading of 81 characters',
		one({ type: 'heading', label: 'x'.repeat(81) }),
		'screens[0].fields[0].label',
		/81 characters; the limit is 80/,
	],
	[
		'a name with a space',
		one({ type: 'text', label: 'A', name: 'a b' }),
		'screens[0].fields[0].name',
		/"a b"/,
	],
	[
		'the ID SUCCESS',
		{ screens: [{ id: 'SUCCESS', fields: [] }] },
		'screens[0].id',
		/cannot be the ID/,
	],
	[
		'a button of 36 characters',
		{ screens: [{ button: 'x'.repeat(36), fields: [] }] },
		'screens[0].button',
		/36 characters; the limit is 35/,
	],
	[
		'options from nowhere',
		one({ type: 'dropdown', label: 'A', optionsFrom: 'x' }),
		'screens[0].fields[0].optionsFrom',
		/endpoint/,
	],
])('rejects %s', (_name, form, field, message) => {
	expect(() => flowFromFields(form)).toThrow(
		expect.objectContaining({ field, message: expect.stringMatching(message) }) as Error,
	);
});

it('always makes a Flow JSON without a finding', () => {
	const label = fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
		.filter((text) => text.trim() !== '' && !text.includes('${'));
	const field = fc.record(
		{
			type: fc.constantFrom(
				...FLOW_FIELD_TYPES.filter((type) => type !== 'photo' && type !== 'file'),
			),
			label,
			required: fc.boolean(),
			help: label,
			options: fc.uniqueArray(label, { minLength: 1, maxLength: 20 }),
		},
		{ requiredKeys: ['type', 'label', 'options'] },
	);
	const screen = fc.record(
		{ title: label, fields: fc.array(field, { maxLength: 10 }), text: label },
		{ requiredKeys: ['fields'] },
	);
	fc.assert(
		fc.property(
			fc.array(screen, { minLength: 1, maxLength: 5 }),
			fc.boolean(),
			(screens, endpoint) => {
				const flow = flowFromFields({ screens, endpoint });
				expect(checkFlowJson(JSON.stringify(flow))).toEqual([]);
			},
		),
		{ numRuns: 300 },
	);
});

describe('answers', () => {
	const form: FlowForm = {
		screens: [
			{
				fields: [
					{ type: 'heading', label: 'Order' },
					{ type: 'text', label: 'Name' },
					{ type: 'number', label: 'Persons' },
					{ type: 'radio', label: 'Size', options: [{ id: 's', title: 'Small' }] },
				],
			},
			{
				fields: [
					{
						type: 'checkbox',
						label: 'Extras',
						options: [{ id: 'a', title: 'Anchovies' }, 'Basil'],
					},
					{ type: 'optIn', label: 'News' },
					{ type: 'photo', label: 'Photo' },
					{ type: 'text', label: 'Name' },
					{ type: 'text', label: '名前' },
				],
			},
		],
	};

	it('come by label, with titles, numbers and booleans', () => {
		const photo = [{ id: '1', file_name: 'a.jpg', mime_type: 'image/jpeg' }];
		expect(
			answersFromFlow(form, {
				name: 'Ada',
				persons: '4',
				size: 's',
				extras: ['a', 'Basil', 'c'],
				news: true,
				photo,
				name_2: 'Bob',
				field_9: 'Cy',
				flow_token: 'secret',
				more: 1,
			}),
		).toEqual({
			Name: 'Ada',
			Persons: 4,
			Size: 'Small',
			Extras: ['Anchovies', 'Basil', 'c'],
			News: true,
			Photo: photo,
			'Name (2)': 'Bob',
			名前: 'Cy',
			more: 1,
		});
	});

	it('are empty where nothing was answered', () => {
		expect(answersFromFlow(form, {})).toEqual({
			Name: null,
			Persons: null,
			Size: null,
			Extras: [],
			News: null,
			Photo: [],
			'Name (2)': null,
			名前: null,
		});
	});

	it('have the names that the flow asks with', () => {
		const [, last] = flowFromFields(form).screens as Array<{
			layout: { children: Array<Record<string, unknown>> };
		}>;
		const footer = last.layout.children.at(-1)?.['on-click-action'] as {
			payload: Record<string, string>;
		};
		expect(Object.keys(footer.payload)).toEqual([
			'name',
			'persons',
			'size',
			'extras',
			'news',
			'photo',
			'name_2',
			'field_9',
		]);
	});
});
