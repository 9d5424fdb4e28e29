/** A Flow JSON without types, to break it. */
export type Raw = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test breaks it anywhere

export const PIXEL =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const complete = { name: 'complete', payload: {} };
export const footer = (action: object = complete) => ({
	type: 'Footer',
	label: 'Send',
	'on-click-action': action,
});
export const input = (extra: object = {}) => ({
	type: 'TextInput',
	name: 'name',
	label: 'Name',
	...extra,
});
export const screen = (children: object[], extra: object = {}) => ({
	id: 'FIRST',
	title: 'First',
	terminal: true,
	layout: { type: 'SingleColumnLayout', children },
	...extra,
});
/** A flow of one screen with these components and a footer. */
export const one = (...children: object[]): Raw => ({
	version: '7.3',
	screens: [screen([...children, footer()])],
});
const to = (name: string, payload: object = {}) => ({
	name: 'navigate',
	next: { type: 'screen', name },
	payload,
});
/** Two screens: the first passes a name to the second. */
export const two = (): Raw => ({
	version: '7.3',
	screens: [
		screen([input(), footer(to('LAST', { name: '${form.name}' }))], { terminal: undefined }),
		screen([{ type: 'TextBody', text: '${data.name}' }, footer()], {
			id: 'LAST',
			data: { name: { type: 'string', __example__: 'Ana' } },
		}),
	],
});
/** Two screens of an endpoint. */
export const served = (): Raw => ({
	...two(),
	data_api_version: '3.0',
	routing_model: { FIRST: ['LAST'], LAST: [] },
});
const with_ = (flow: Raw, change: (flow: Raw) => void): Raw => {
	const copy = JSON.parse(JSON.stringify(flow)) as Raw;
	change(copy);
	return copy;
};
const option = (id: string, extra: object = {}) => ({ id, title: id, ...extra });
const choice = (type: string, source: unknown, extra: object = {}) => ({
	type,
	name: 'choice',
	label: 'Choice',
	'data-source': source,
	...extra,
});
const options = (count: number) => Array.from({ length: count }, (_, i) => option(`o${i}`));
const body = { type: 'TextBody', text: 'Text' };
const link = {
	type: 'EmbeddedLink',
	text: 'Open',
	'on-click-action': { name: 'open_url', url: 'https://example.com' },
};
const photo = (extra: object = {}) => ({
	type: 'PhotoPicker',
	name: 'photo',
	label: 'Photo',
	...extra,
});
const item = (id: string, extra: object = {}) => ({ id, 'main-content': { title: id }, ...extra });
const list = (items: object[], extra: object = {}) => ({
	type: 'NavigationList',
	name: 'list',
	'list-items': items,
	'on-click-action': to('LAST', { name: 'x' }),
	...extra,
});
/** Two screens, the first with these components only. */
const before = (...children: object[]) =>
	with_(two(), (flow) => (flow.screens[0].layout.children = children));

/** What the sandbox refuses in a Flow JSON: what it is, Meta's error, words of its message, the JSON. */
export const rejectedFlows: Array<[string, string, string, Raw | string]> = [
	[
		'a text that is not JSON',
		'INVALID_FLOW_JSON',
		'Flow JSON is not valid',
		'{"version": "7.3",,}',
	],
	['a list instead of an object', 'INVALID_FLOW_JSON', 'Flow JSON is not valid', '[]'],
	[
		'no version',
		'MISSING_FLOW_JSON_VERSION',
		'not specified',
		with_(one(), (f) => delete f.version),
	],
	['version 9.9', 'INVALID_FLOW_JSON_VERSION', 'not supported', { ...one(), version: '9.9' }],
	[
		'a version that has expired',
		'UNSUPPORTED_FLOW_JSON_VERSION',
		'has expired',
		{ ...one(), version: '4.0' },
	],
	[
		'data API 4.0 before 7.3',
		'INVALID_DATA_API_VERSION',
		'Invalid Data API',
		{ ...served(), version: '7.2', data_api_version: '4.0' },
	],
	[
		'an unknown property at the top',
		'INVALID_PROPERTY_KEY',
		"'theme' is not allowed",
		{ ...one(), theme: 'dark' },
	],
	[
		'data_channel_uri',
		'INVALID_PROPERTY_KEY',
		'no longer supported',
		{ ...one(), data_channel_uri: 'https://example.com' },
	],
	['no screens', 'MISSING_REQUIRED_PROPERTY', "'screens' is missing", { version: '7.3' }],
	[
		'an empty list of screens',
		'MIN_ITEMS_REQUIRED',
		"at least '1'",
		{ version: '7.3', screens: [] },
	],
	[
		'a screen without title',
		'MISSING_REQUIRED_PROPERTY',
		"'title' is missing",
		with_(one(), (f) => delete f.screens[0].title),
	],
	[
		'a screen without layout',
		'MISSING_REQUIRED_PROPERTY',
		"'layout' is missing",
		with_(one(), (f) => delete f.screens[0].layout),
	],
	[
		'a screen ID with digits',
		'PATTERN_MISMATCH',
		'alphabets and underscores',
		with_(one(), (f) => (f.screens[0].id = 'FIRST_1')),
	],
	[
		'the screen ID SUCCESS',
		'SCREEN_ID_IS_RESERVED_KEYWORD',
		'reserved',
		with_(one(), (f) => (f.screens[0].id = 'SUCCESS')),
	],
	[
		'two screens with the same ID',
		'DUPLICATE_SCREEN_IDS',
		"'FIRST'",
		with_(two(), (f) => (f.screens[1].id = 'FIRST')),
	],
	[
		'an unknown property of a screen',
		'INVALID_PROPERTY_KEY',
		"'color' is not allowed",
		with_(one(), (f) => (f.screens[0].color = 'red')),
	],
	[
		'an unknown layout',
		'INVALID_PROPERTY_VALUE',
		"'layout'",
		with_(one(), (f) => (f.screens[0].layout.type = 'TwoColumns')),
	],
	[
		'a screen without components',
		'MIN_ITEMS_REQUIRED',
		"'children'",
		with_(one(), (f) => (f.screens[0].layout.children = [])),
	],
	[
		'51 components',
		'MAX_ALLOWED_COMPONENTS_PER_SCREEN',
		'is 50 but found 51',
		one(...Array.from({ length: 50 }, () => body)),
	],
	[
		'no terminal screen',
		'MISSING_TERMINAL_SCREEN',
		'required',
		with_(one(), (f) => delete f.screens[0].terminal),
	],
	[
		'a terminal screen without footer',
		'MISSING_FOOTER_ON_TERMINAL_SCREEN',
		"'FIRST'",
		with_(one(body), (f) => f.screens[0].layout.children.pop()),
	],
	[
		'only unsuccessful ends',
		'INVALID_PROPERTY_VALUE',
		"'success' set as true",
		with_(one(), (f) => (f.screens[0].success = false)),
	],
	[
		'success on a screen that is not terminal',
		'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
		'terminal screen',
		with_(two(), (f) => (f.screens[0].success = true)),
	],
	[
		'refresh_on_back without endpoint',
		'INVALID_PROPERTY_VALUE',
		'data_api_version',
		with_(one(), (f) => (f.screens[0].refresh_on_back = true)),
	],
	[
		'a sensitive field that is not there',
		'INVALID_SENSITIVE_FIELD',
		"'iban'",
		with_(one(), (f) => (f.screens[0].sensitive = ['iban'])),
	],
	[
		'a component without type',
		'MISSING_REQUIRED_TYPE_PROPERTY',
		"'type' is missing",
		one({ text: 'x' }),
	],
	['an unknown component', 'INVALID_PROPERTY_VALUE', "'type'", one({ type: 'Slider' })],
	[
		'an unknown property of a component',
		'INVALID_PROPERTY_KEY',
		"'initial-text' is not allowed in 'TextInput'",
		one(input({ 'initial-text': 'x' })),
	],
	[
		'a component without a required property',
		'MISSING_REQUIRED_PROPERTY',
		"'label' is missing",
		one({ type: 'TextInput', name: 'a' }),
	],
	[
		'a text as Boolean',
		'INVALID_PROPERTY_TYPE',
		"of type 'boolean' but found 'string'",
		one(input({ required: 'yes' })),
	],
	['a blank heading', 'PATTERN_MISMATCH', 'blank', one({ type: 'TextHeading', text: ' ' })],
	[
		'a heading of 81 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '80'",
		one({ type: 'TextHeading', text: 'x'.repeat(81) }),
	],
	[
		'a subheading of 81 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '80'",
		one({ type: 'TextSubheading', text: 'x'.repeat(81) }),
	],
	[
		'a body of 4,097 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '4096'",
		one({ type: 'TextBody', text: 'x'.repeat(4097) }),
	],
	[
		'a caption of 410 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '409'",
		one({ type: 'TextCaption', text: 'x'.repeat(410) }),
	],
	[
		'an unknown font weight',
		'INVALID_ENUM_VALUE',
		'bold_italic',
		one({ ...body, 'font-weight': 'heavy' }),
	],
	[
		'RichText with another component',
		'INVALID_RICHTEXT_PLACEMENT',
		'only component',
		one({ type: 'RichText', text: '# Terms' }, body),
	],
	[
		'RichText with a footer before 6.3',
		'INVALID_RICHTEXT_PLACEMENT',
		'only component',
		{ ...one({ type: 'RichText', text: '# Terms' }), version: '6.2' },
	],
	[
		'a label of 21 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '20'",
		one(input({ label: 'x'.repeat(21) })),
	],
	[
		'a helper text of 81 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '80'",
		one(input({ 'helper-text': 'x'.repeat(81) })),
	],
	[
		'an error message of 31 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '30'",
		one(input({ 'error-message': 'x'.repeat(31) })),
	],
	['an unknown input type', 'INVALID_ENUM_VALUE', 'passcode', one(input({ 'input-type': 'date' }))],
	[
		'a limit of characters that is not a number',
		'PATTERN_MISMATCH',
		"of type 'number'",
		one(input({ 'max-chars': 'Hundred' })),
	],
	[
		'more characters required than allowed',
		'MIN_VALUE_GREATER_THAN_MAX',
		"'min-chars'",
		one(input({ 'min-chars': 9, 'max-chars': 5 })),
	],
	[
		'a pattern without helper text',
		'INVALID_DEPENDENCIES',
		'helper-text',
		one(input({ pattern: '^x$' })),
	],
	[
		'a pattern that is no regular expression',
		'INVALID_PROPERTY_VALUE_FORMAT',
		"'regex'",
		one(input({ pattern: '(', 'helper-text': 'x' })),
	],
	[
		'a pattern for an email address',
		'INVALID_PROPERTY_NAME_FOR_CONDITION',
		"'pattern'",
		one(input({ pattern: 'x', 'helper-text': 'x', 'input-type': 'email' })),
	],
	[
		'a pattern before 6.2',
		'INVALID_PROPERTY_KEY',
		'6.2',
		{ ...one(input({ pattern: 'x', 'helper-text': 'x' })), version: '6.1' },
	],
	[
		'a large label before 7.0',
		'INVALID_PROPERTY_KEY',
		'version 7',
		{ ...one(input({ 'label-variant': 'large' })), version: '6.3' },
	],
	[
		'two inputs with the same name',
		'DUPLICATE_FORM_COMPONENT_NAMES',
		"'name'",
		one(input(), input()),
	],
	[
		'a dynamic name',
		'PATTERN_MISMATCH',
		"'name'",
		with_(
			one(input({ name: '${data.x}' })),
			(f) => (f.screens[0].data = { x: { type: 'string', __example__: 'a' } }),
		),
	],
	['no options', 'MIN_ITEMS_REQUIRED', "at least '1'", one(choice('RadioButtonsGroup', []))],
	[
		'21 radio buttons',
		'MAX_ITEMS_REQUIRED',
		"at most '20'",
		one(choice('RadioButtonsGroup', options(21))),
	],
	[
		'21 checkboxes',
		'MAX_ITEMS_REQUIRED',
		"at most '20'",
		one(choice('CheckboxGroup', options(21))),
	],
	[
		'201 options of a dropdown',
		'MAX_ITEMS_REQUIRED',
		"at most '200'",
		one(choice('Dropdown', options(201))),
	],
	[
		'101 options with pictures',
		'MAX_ITEMS_REQUIRED',
		"at most '100'",
		one(
			choice(
				'Dropdown',
				options(101).map((o) => ({ ...o, image: PIXEL })),
			),
		),
	],
	[
		'an option title of 31 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '30'",
		one(choice('Dropdown', [option('a', { title: 'x'.repeat(31) })])),
	],
	[
		'an option description of 301 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '300'",
		one(choice('Dropdown', [option('a', { description: 'x'.repeat(301) })])),
	],
	[
		'option metadata of 21 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '20'",
		one(choice('Dropdown', [option('a', { metadata: 'x'.repeat(21) })])),
	],
	[
		'two options with the same ID',
		'INVALID_PROPERTY_VALUE',
		'Duplicate id',
		one(choice('Dropdown', [option('a'), option('a')])),
	],
	[
		'options with pictures and colors',
		'DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR',
		'only color',
		one(choice('CheckboxGroup', [option('a', { image: PIXEL }), option('b', { color: 'ff0000' })])),
	],
	[
		'a color by name',
		'INVALID_PROPERTY_VALUE_FORMAT',
		'hex',
		one(choice('CheckboxGroup', [option('a', { color: 'red' })])),
	],
	[
		'an option picture of more than 100 KB',
		'INVALID_PROPERTY_VALUE',
		"at most '100' KB",
		one(choice('CheckboxGroup', [option('a', { image: 'A'.repeat(140_000) })])),
	],
	['one chip', 'MIN_ITEMS_REQUIRED', "at least '2'", one(choice('ChipsSelector', options(1)))],
	[
		'ChipsSelector before 6.3',
		'INVALID_PROPERTY_VALUE',
		'ChipsSelector requires',
		{ ...one(choice('ChipsSelector', options(2))), version: '6.2' },
	],
	[
		'CalendarPicker before 6.1',
		'INVALID_PROPERTY_VALUE',
		'CalendarPicker requires',
		{ ...one({ type: 'CalendarPicker', name: 'd', label: 'D' }), version: '6.0' },
	],
	[
		'ImageCarousel before 7.1',
		'INVALID_PROPERTY_VALUE',
		'ImageCarousel requires',
		{
			...one({ type: 'ImageCarousel', images: [{ src: PIXEL, 'alt-text': 'x' }] }),
			version: '7.0',
		},
	],
	[
		'a date in another format',
		'INVALID_PROPERTY_VALUE_FORMAT',
		'YYYY-MM-DD',
		one({ type: 'DatePicker', name: 'd', label: 'D', 'min-date': '01.02.2027' }),
	],
	[
		'February 30',
		'INVALID_PROPERTY_VALUE_FORMAT',
		'YYYY-MM-DD',
		one({ type: 'DatePicker', name: 'd', label: 'D', 'min-date': '2027-02-30' }),
	],
	[
		'an end before the start',
		'INVALID_DATE_RANGE',
		'min-date',
		one({
			type: 'DatePicker',
			name: 'd',
			label: 'D',
			'min-date': '2027-02-02',
			'max-date': '2027-02-01',
		}),
	],
	[
		'a range title of a single date',
		'INVALID_PROPERTY_NAME_FOR_CONDITION',
		"'title'",
		one({ type: 'CalendarPicker', name: 'd', label: 'D', title: 'x' }),
	],
	[
		'a range with one label',
		'MISSING_CALENDAR_PICKER_RANGE_MODE_PROP',
		'end-date',
		one({ type: 'CalendarPicker', name: 'd', label: { 'start-date': 'From' }, mode: 'range' }),
	],
	[
		'two footers',
		'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
		'Footer allowed per screen is 1',
		one(footer()),
	],
	[
		'a footer label of 36 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '35'",
		with_(one(), (f) => (f.screens[0].layout.children[0].label = 'x'.repeat(36))),
	],
	[
		'one side caption',
		'INVALID_DEPENDENCIES',
		'right-caption',
		with_(one(), (f) => (f.screens[0].layout.children[0]['left-caption'] = 'x')),
	],
	[
		'three captions',
		'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
		'center-caption',
		with_(one(), (f) =>
			Object.assign(f.screens[0].layout.children[0], {
				'left-caption': 'a',
				'center-caption': 'b',
				'right-caption': 'c',
			}),
		),
	],
	[
		'an opt-in of 121 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '120'",
		one({ type: 'OptIn', name: 'o', label: 'x'.repeat(121) }),
	],
	[
		'six opt-ins',
		'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
		'OptIn allowed per screen is 5',
		one(...[1, 2, 3, 4, 5, 6].map((n) => ({ type: 'OptIn', name: `o${n}`, label: 'x' }))),
	],
	[
		'a link of 26 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '25'",
		one({ ...link, text: 'x'.repeat(26) }),
	],
	[
		'three links',
		'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
		'EmbeddedLink allowed per screen is 2',
		one(link, link, link),
	],
	[
		'a link that completes',
		'INVALID_ENUM_VALUE',
		'data_exchange, navigate, open_url',
		one({ ...link, 'on-click-action': complete }),
	],
	[
		'open_url without an address',
		'MISSING_REQUIRED_PROPERTY',
		"'url' is missing",
		one({ ...link, 'on-click-action': { name: 'open_url' } }),
	],
	[
		'four images',
		'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
		'Image allowed per screen is 3',
		one(...Array.from({ length: 4 }, () => ({ type: 'Image', src: PIXEL }))),
	],
	[
		'an image by link',
		'INVALID_PROPERTY_VALUE',
		'base64',
		one({ type: 'Image', src: 'https://example.com/a.png' }),
	],
	[
		'four images of a carousel',
		'MAX_ITEMS_REQUIRED',
		"at most '3'",
		one({
			type: 'ImageCarousel',
			images: Array.from({ length: 4 }, () => ({ src: PIXEL, 'alt-text': 'x' })),
		}),
	],
	[
		'a carousel image without alternative text',
		'MISSING_REQUIRED_PROPERTY',
		"'alt-text'",
		one({ type: 'ImageCarousel', images: [{ src: PIXEL }] }),
	],
	[
		'a navigation list with another component',
		'INVALID_COMPONENT_PLACEMENT',
		'NavigationList',
		before(list([item('a')]), body),
	],
	[
		'a navigation list on a terminal screen',
		'INVALID_COMPONENT_PLACEMENT',
		'terminal',
		with_(before(list([item('a')])), (f) => (f.screens[0].terminal = true)),
	],
	[
		'21 list items',
		'MAX_ITEMS_REQUIRED',
		"at most '20'",
		before(list(Array.from({ length: 21 }, (_, i) => item(`i${i}`)))),
	],
	[
		'an item title of 31 characters',
		'INVALID_PROPERTY_VALUE',
		"at most '30'",
		before(list([item('a', { 'main-content': { title: 'x'.repeat(31) } })])),
	],
	[
		'two badges',
		'INVALID_PROPERTY_VALUE',
		'badge',
		before(list([item('a', { badge: 'x' }), item('b', { badge: 'x' })])),
	],
	[
		'four tags',
		'MAX_ITEMS_REQUIRED',
		"'tags'",
		before(list([item('a', { tags: ['a', 'b', 'c', 'd'] })])),
	],
	[
		'actions at the list and at its items',
		'DUPLICATE_PROPETY_FOR_CONDITION',
		'on-click-action',
		before(list([item('a', { 'on-click-action': to('LAST', { name: 'x' }) })])),
	],
	[
		'an item without action',
		'MISSING_REQUIRED_PROPERTY',
		'on-click-action',
		before(
			list([item('a', { 'on-click-action': to('LAST', { name: 'x' }) }), item('b')], {
				'on-click-action': undefined,
			}),
		),
	],
	[
		'photos and documents on a screen',
		'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
		'PhotoPicker or DocumentPicker',
		one(photo(), { type: 'DocumentPicker', name: 'doc', label: 'Doc' }),
	],
	['31 photos', 'MAXIMUM_VALUE_REQUIRED', 'is 30', one(photo({ 'max-uploaded-photos': 31 }))],
	[
		'a photo of 26 MB',
		'MAXIMUM_VALUE_REQUIRED',
		'is 25600',
		one(photo({ 'max-file-size-kb': 26_000 })),
	],
	[
		'an unknown document type',
		'INVALID_ENUM_VALUE',
		'application/pdf',
		one({ type: 'DocumentPicker', name: 'doc', label: 'Doc', 'allowed-mime-types': ['image/bmp'] }),
	],
	[
		'photos in a payload of navigate',
		'INVALID_ON_CLICK_ACTION_PAYLOAD',
		'not allowed in the payload of the navigate',
		before(photo(), footer(to('LAST', { name: '${form.photo}' }))),
	],
	[
		'photos inside an object',
		'INVALID_ON_CLICK_ACTION_PAYLOAD',
		'top-level',
		with_(
			one(photo({ 'max-uploaded-photos': 1 })),
			(f) =>
				(f.screens[0].layout.children[1] = footer({
					name: 'complete',
					payload: { a: { b: '${form.photo}' } },
				})),
		),
	],
	[
		'more than 10 files in an answer',
		'INVALID_ON_CLICK_ACTION_PAYLOAD',
		'cannot exceed 10',
		with_(
			one(photo()),
			(f) =>
				(f.screens[0].layout.children[1] = footer({
					name: 'complete',
					payload: { photo: '${form.photo}' },
				})),
		),
	],
	[
		'more than 100 MiB in an answer',
		'INVALID_ON_CLICK_ACTION_PAYLOAD',
		'102400 KB',
		with_(
			one(photo({ 'max-uploaded-photos': 5 })),
			(f) =>
				(f.screens[0].layout.children[1] = footer({
					name: 'complete',
					payload: { photo: '${form.photo}' },
				})),
		),
	],
	[
		'an If without condition',
		'MISSING_REQUIRED_PROPERTY',
		"'condition'",
		one({ type: 'If', then: [body] }),
	],
	[
		'a condition without variable',
		'INVALID_PROPERTY_VALUE',
		'dynamic variable',
		one({ type: 'If', condition: 'true == true', then: [body] }),
	],
	[
		'a condition that is a text',
		'INVALID_PROPERTY_VALUE',
		'boolean',
		one(input(), { type: 'If', condition: '${form.name}', then: [body] }),
	],
	[
		'a condition with a missing parenthesis',
		'INVALID_PROPERTY_VALUE',
		'closing parenthesis',
		one(input(), { type: 'If', condition: "(${form.name} == 'a'", then: [body] }),
	],
	[
		'a text compared with a number',
		'INVALID_PROPERTY_VALUE',
		'Type mismatch',
		one(input(), { type: 'If', condition: '${form.name} == 3', then: [body] }),
	],
	[
		'an empty branch',
		'MIN_ITEMS_REQUIRED',
		'at least one component',
		one(input(), { type: 'If', condition: "${form.name} == 'a'", then: [] }),
	],
	[
		'a footer in one branch',
		'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
		'Footer',
		with_(one(input(), { type: 'If', condition: "${form.name} == 'a'", then: [footer()] }), (f) =>
			f.screens[0].layout.children.pop(),
		),
	],
	[
		'four nested Ifs',
		'MAXIMUM_IF_NESTING',
		'3 levels',
		one(
			input(),
			[1, 2, 3, 4].reduce<object>(
				(inner) => ({ type: 'If', condition: "${form.name} == 'a'", then: [inner] }),
				body,
			),
		),
	],
	[
		'a photo picker in an If',
		'INVALID_COMPONENT_PLACEMENT',
		'PhotoPicker',
		one(input(), { type: 'If', condition: "${form.name} == 'a'", then: [photo()] }),
	],
	[
		'a Switch without cases',
		'EMPTY_SWITCH_CASES',
		'empty',
		one(input(), { type: 'Switch', value: '${form.name}', cases: {} }),
	],
	[
		'a Form without name',
		'MISSING_REQUIRED_PROPERTY',
		"'name' is missing",
		one({ type: 'Form', children: [input()] }),
	],
	[
		'an input beside a Form',
		'COMPONENTS_OUTSIDE_FORM',
		'outside Form',
		one({ type: 'Form', name: 'f', children: [input({ name: 'a' })] }, input()),
	],
	[
		'init-value inside a Form',
		'INVALID_PROPERTY_KEY',
		'inside',
		one({ type: 'Form', name: 'f', children: [input({ 'init-value': 'x' })] }),
	],
	[
		'data that the screen does not have',
		'INVALID_SCREEN_DYNAMIC_DATA',
		'Missing dynamic data',
		one({ type: 'TextBody', text: '${data.total}' }),
	],
	[
		'data of another type',
		'INVALID_SCREEN_DYNAMIC_DATA',
		"of type 'string",
		with_(
			one({ type: 'TextBody', text: '${data.on}' }),
			(f) => (f.screens[0].data = { on: { type: 'boolean', __example__: true } }),
		),
	],
	[
		'a field that is not there',
		'INVALID_SCREEN_DYNAMIC_DATA',
		'Missing Form component',
		one({ type: 'TextBody', text: '${form.total}' }),
	],
	[
		'a field that is not there in a payload',
		'INVALID_ON_CLICK_ACTION_PAYLOAD',
		'Missing Form component',
		with_(
			one(),
			(f) =>
				(f.screens[0].layout.children[0] = footer({
					name: 'complete',
					payload: { a: '${form.nothing}' },
				})),
		),
	],
	[
		'a text around a binding',
		'PATTERN_MISMATCH',
		'backticks',
		one(input(), { type: 'TextBody', text: 'Hello ${form.name}' }),
	],
	[
		'a nested expression before 6.0',
		'PATTERN_MISMATCH',
		'6.0',
		{ ...one(input(), { type: 'TextBody', text: "`'Hello ' ${form.name}`" }), version: '5.1' },
	],
	[
		'a field of an unknown screen',
		'INVALID_SCREEN_DYNAMIC_DATA',
		'does not exist',
		one({ type: 'TextBody', text: '${screen.OTHER.form.name}' }),
	],
	[
		'a global reference to the own screen',
		'INVALID_SCREEN_DYNAMIC_DATA',
		'current screen',
		one(input(), { type: 'TextBody', text: '${screen.FIRST.form.name}' }),
	],
	[
		'data without example',
		'INVALID_SCREEN_DATA',
		'__example__',
		with_(two(), (f) => delete f.screens[1].data.name.__example__),
	],
	[
		'data without type',
		'INVALID_SCREEN_DATA',
		"'type'",
		with_(one(), (f) => (f.screens[0].data = { a: { __example__: 1 } })),
	],
	[
		'an example of another type',
		'INVALID_SCREEN_DATA',
		"of type 'string' but found 'number'",
		with_(two(), (f) => (f.screens[1].data.name.__example__ = 7)),
	],
	[
		'a list without items',
		'INVALID_SCREEN_DATA',
		"'items'",
		with_(one(), (f) => (f.screens[0].data = { a: { type: 'array', __example__: [] } })),
	],
	[
		'complete on a screen that is not terminal',
		'INVALID_COMPLETE_ACTION',
		'terminal',
		before(input(), footer()),
	],
	[
		'navigate to an unknown screen',
		'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
		'Unknown screen',
		before(footer(to('NOWHERE'))),
	],
	[
		'navigate to the same screen',
		'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
		'Same screen',
		before(footer(to('FIRST'))),
	],
	[
		'navigate without what the next screen needs',
		'INVALID_NAVIGATE_ACTION_PAYLOAD',
		'missing in payload: [name]',
		before(input(), footer(to('LAST'))),
	],
	[
		'navigate with what the next screen does not have',
		'INVALID_NAVIGATE_ACTION_PAYLOAD',
		'data model: [age]',
		before(input(), footer(to('LAST', { name: 'x', age: 'y' }))),
	],
	[
		'navigate with another type',
		'INVALID_NAVIGATE_ACTION_PAYLOAD',
		"expecting 'string' but got number",
		before(input(), footer(to('LAST', { name: 7 }))),
	],
	[
		'navigate with a field of another type',
		'INVALID_NAVIGATE_ACTION_PAYLOAD',
		"but got 'boolean'",
		before({ type: 'OptIn', name: 'ok', label: 'OK' }, footer(to('LAST', { name: '${form.ok}' }))),
	],
	[
		'complete without payload',
		'MISSING_REQUIRED_PROPERTY',
		"'payload' is missing",
		with_(one(), (f) => (f.screens[0].layout.children[0] = footer({ name: 'complete' }))),
	],
	[
		'data_exchange without endpoint',
		'MISSING_REQUIRED_PROPERTY',
		'data_api_version',
		with_(
			one(),
			(f) => (f.screens[0].layout.children[0] = footer({ name: 'data_exchange', payload: {} })),
		),
	],
	[
		'update_data of data that is not there',
		'INVALID_UPDATE_DATA_ACTION_PAYLOAD',
		'[total]',
		one(
			choice('Dropdown', options(1), {
				'on-select-action': { name: 'update_data', payload: { total: '1' } },
			}),
		),
	],
	[
		'an endpoint without routing model',
		'MISSING_REQUIRED_PROPERTY',
		"'routing_model' is required",
		with_(served(), (f) => delete f.routing_model),
	],
	[
		'a screen missing in the routing model',
		'INVALID_ROUTING_MODEL',
		'missing in the routing model: [LAST]',
		{ ...served(), routing_model: { FIRST: [] } },
	],
	[
		'an unknown screen in the routing model',
		'INVALID_ROUTING_MODEL',
		'Invalid screens found',
		{ ...served(), routing_model: { FIRST: ['LAST'], LAST: ['MORE'] } },
	],
	[
		'a route backward',
		'INVALID_ROUTING_MODEL',
		'Backward route',
		{ ...served(), routing_model: { FIRST: ['LAST'], LAST: ['FIRST'] } },
	],
	[
		'no entry screen',
		'INVALID_ROUTING_MODEL',
		'No entry screen',
		with_(two(), (f) =>
			f.screens[1].layout.children.push({ ...link, 'on-click-action': to('FIRST') }),
		),
	],
	[
		'a route that the routing model lacks',
		'INVALID_ROUTING_MODEL',
		'Missing direct route',
		{ ...served(), routing_model: { FIRST: [], LAST: [] } },
	],
	[
		'a screen that nothing leads to',
		'INVALID_ROUTING_MODEL',
		'not connected',
		with_(two(), (f) => f.screens.push({ ...f.screens[1], id: 'ALONE' })),
	],
	[
		'11 next screens',
		'INVALID_ROUTING_MODEL',
		'max limit of 10',
		with_(served(), (f) => {
			const more = Array.from({ length: 10 }, (_, i) => `S_${String.fromCharCode(65 + i)}`);
			for (const id of more) {
				f.screens.push({ ...f.screens[1], id });
				f.routing_model[id] = [];
			}
			f.routing_model.FIRST.push(...more);
		}),
	],
];
