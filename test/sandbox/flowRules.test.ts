import { validateFlow } from '../../sandbox/flows/rules/validate';
import { appointmentFlow, feedbackFlow } from '../../sandbox/flows/seedFlows';
import {
	footer,
	input,
	one,
	PIXEL,
	rejectedFlows,
	screen,
	served,
	two,
	type Raw,
} from './rules/flows';

const text = (flow: Raw | string) =>
	typeof flow === 'string' ? flow : JSON.stringify(flow, null, 2);
const found = (flow: Raw | string) =>
	validateFlow(text(flow)).errors.map(({ error, message }) => [error, message]);

describe('Flow JSON', () => {
	it.each(rejectedFlows)('rejects %s with %s', (_what, code, words, flow) => {
		expect(found(flow)).toContainEqual([code, expect.stringContaining(words)]);
	});

	const everything: Raw = {
		version: '7.3',
		data_api_version: '4.0',
		routing_model: {
			LIST: ['TERMS', 'FORM'],
			TERMS: [],
			FORM: ['UPLOAD'],
			UPLOAD: ['END'],
			END: [],
		},
		screens: [
			screen(
				[
					{
						type: 'NavigationList',
						name: 'offers',
						label: 'Offers',
						description: 'Choose one',
						'list-items': [
							{
								id: 'a',
								'main-content': { title: 'Bread', description: 'Rye', metadata: 'Fresh' },
								start: { image: PIXEL, 'alt-text': 'Bread' },
								end: { title: '$4', description: 'loaf', metadata: 'today' },
								badge: 'New',
								tags: ['vegan', 'rye'],
								'on-click-action': {
									name: 'navigate',
									next: { type: 'screen', name: 'FORM' },
									payload: { item: 'a', days: [], on: true },
								},
							},
							{
								id: 'b',
								'main-content': { title: 'Terms' },
								'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'TERMS' } },
							},
						],
					},
				],
				{ id: 'LIST', terminal: undefined },
			),
			screen([{ type: 'RichText', text: ['# Terms', '**Be** kind.'] }], {
				id: 'TERMS',
				terminal: undefined,
			}),
			screen(
				[
					{ type: 'TextHeading', text: '${data.item}', visible: '${data.on}' },
					{ type: 'TextSubheading', text: 'Details' },
					{ type: 'TextBody', text: ['**Bold**'], markdown: true, 'font-weight': 'bold' },
					{
						type: 'TextCaption',
						text: "`'Hello ' ${form.name} ', ' (2024 - ${form.age})`",
						strikethrough: false,
					},
					{
						type: 'Image',
						src: `data:image/png;base64,${PIXEL}`,
						height: 40,
						'scale-type': 'cover',
						'alt-text': 'x',
					},
					{
						type: 'ImageCarousel',
						images: [{ src: PIXEL, 'alt-text': 'x' }],
						'aspect-ratio': '16:9',
					},
					input({
						pattern: '^[A-Z]',
						'helper-text': 'Capital',
						'min-chars': '1',
						'max-chars': 30,
						'label-variant': 'large',
					}),
					input({ name: 'age', 'input-type': 'number' }),
					{
						type: 'TextArea',
						name: 'note',
						label: 'Note',
						'max-length': '200',
						visible: '`${form.age} > 17 && ${data.on}`',
					},
					{
						type: 'Dropdown',
						name: 'time',
						label: 'Time',
						'data-source': '${data.days}',
						'on-select-action': { name: 'data_exchange', payload: { time: '${form.time}' } },
					},
					{
						type: 'RadioButtonsGroup',
						name: 'size',
						label: 'Size',
						'media-size': 'large',
						'init-value': 's',
						'data-source': [
							{
								id: 's',
								title: 'Small',
								image: PIXEL,
								'on-select-action': { name: 'update_data', payload: { on: false } },
							},
						],
					},
					{
						type: 'CheckboxGroup',
						name: 'extras',
						label: 'Extras',
						'max-selected-items': 1,
						'data-source': [{ id: 'x', title: 'X', color: 'aabbcc' }],
					},
					{
						type: 'ChipsSelector',
						name: 'tags',
						label: 'Tags',
						'data-source': [
							{ id: 'x', title: 'X' },
							{ id: 'y', title: 'Y' },
						],
					},
					{
						type: 'DatePicker',
						name: 'day',
						label: 'Day',
						'min-date': '2027-01-01',
						'unavailable-dates': ['2027-01-02'],
					},
					{
						type: 'CalendarPicker',
						name: 'stay',
						mode: 'range',
						title: 'Stay',
						'min-days': 1,
						'max-days': 9,
						label: { 'start-date': 'From', 'end-date': 'To' },
						required: { 'start-date': true, 'end-date': false },
						'include-days': ['Mon', 'Tue'],
					},
					{
						type: 'OptIn',
						name: 'ok',
						label: 'I agree',
						'on-click-action': { name: 'open_url', url: 'https://example.com' },
					},
					{
						type: 'EmbeddedLink',
						text: 'More',
						'on-click-action': { name: 'data_exchange', payload: {} },
					},
					{
						type: 'If',
						condition: "(${form.size} == 's') || !${form.ok}",
						then: [{ type: 'TextBody', text: 'Small' }],
						else: [
							{
								type: 'Switch',
								value: '${form.size}',
								cases: {
									l: [{ type: 'TextBody', text: 'L' }],
									default: [{ type: 'TextBody', text: '?' }],
								},
							},
						],
					},
					{
						...footer({ name: 'navigate', next: { type: 'screen', name: 'UPLOAD' }, payload: {} }),
						'left-caption': 'a',
						'right-caption': 'b',
					},
				],
				{
					id: 'FORM',
					terminal: undefined,
					sensitive: ['name'],
					refresh_on_back: true,
					data: {
						item: { type: 'string', __example__: 'a' },
						on: { type: 'boolean', __example__: true },
						days: {
							type: 'array',
							items: {
								type: 'object',
								properties: { id: { type: 'string' }, title: { type: 'string' } },
							},
							__example__: [{ id: 'a', title: 'A' }],
						},
					},
				},
			),
			screen(
				[
					{
						type: 'PhotoPicker',
						name: 'photo',
						label: 'Photo',
						'max-uploaded-photos': 2,
						'photo-source': 'gallery',
						'error-message': 'x',
					},
					footer({
						name: 'data_exchange',
						payload: { photo: '${form.photo}', name: '${screen.FORM.form.name}' },
					}),
				],
				{ id: 'UPLOAD', terminal: undefined },
			),
			screen(
				[
					{
						type: 'Form',
						name: 'last',
						'init-values': { mail: 'a@b.c' },
						'error-messages': { mail: 'No' },
						children: [input({ name: 'mail', 'input-type': 'email' })],
					},
					{ type: 'TextCaption', text: '${screen.FORM.data.item}' },
					footer({ name: 'complete', payload: { mail: '${form.mail}' } }),
				],
				{ id: 'END', success: true },
			),
		],
	};

	it.each<[string, Raw]>([
		['one screen', one(input())],
		['two screens', two()],
		['an endpoint', served()],
		['every component', everything],
		['the published flow of the seed', feedbackFlow as unknown as Raw],
		['the draft of the seed', appointmentFlow as unknown as Raw],
	])('accepts %s', (_name, flow) => {
		expect(found(flow)).toEqual([]);
	});

	it('says where: line, column, and path', () => {
		const [error] = validateFlow(
			'{\n  "version": "7.3",\n  "screens": [\n    { "id": "A", "title": "A", "terminal": true, "success": true,\n      "layout": { "type": "SingleColumnLayout", "children": [\n        { "type": "Footer", "labels": "Go", "label": "Go",\n          "on-click-action": { "name": "complete", "payload": {} } } ] } } ] }',
		).errors;
		expect(error).toEqual({
			error: 'INVALID_PROPERTY_KEY',
			error_type: 'FLOW_JSON_ERROR',
			message: "Property 'labels' is not allowed in 'Footer' component.",
			line_start: 6,
			line_end: 6,
			column_start: 29,
			column_end: 36,
			pointers: [
				{
					line_start: 6,
					line_end: 6,
					column_start: 29,
					column_end: 36,
					path: 'screens[0].layout.children[0].labels',
				},
			],
		});
	});

	it('reports everything at once', () => {
		const flow = one(input({ label: 'x'.repeat(21), color: 'red' }), {
			type: 'TextHeading',
			text: '',
		});
		expect(found(flow).map(([error]) => error)).toEqual([
			'INVALID_PROPERTY_VALUE',
			'INVALID_PROPERTY_KEY',
			'PATTERN_MISMATCH',
		]);
	});

	it('survives any shape', () => {
		const values = [
			null,
			1,
			'x',
			[],
			{},
			[null],
			{ type: 1 },
			'${data.x}',
			'`${`',
			'`(1`',
			{ name: null },
		];
		let turn = 0;
		const visit = (node: unknown): void => {
			if (node === null || typeof node !== 'object') return;
			for (const [key, child] of Object.entries(node)) {
				for (let i = 0; i < 2; i++) {
					(node as Raw)[key] = values[turn++ % values.length];
					expect(() => validateFlow(JSON.stringify(everything))).not.toThrow();
				}
				(node as Raw)[key] = child;
				visit(child);
			}
		};
		visit(everything);
		expect(turn).toBeGreaterThan(500);
	});

	it('reads 10 MB of JSON within seconds', () => {
		const flow = one(
			...Array.from({ length: 30 }, () => ({ type: 'TextBody', text: 'x'.repeat(340_000) })),
		);
		const start = performance.now();
		expect(found(flow)).toHaveLength(30);
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});
