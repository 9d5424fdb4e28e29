/** The type of a property's value; `action` and `components` are checked further. */
export type PropertyType =
	| 'string'
	| 'number'
	| 'boolean'
	| 'array'
	| 'object'
	| 'action'
	| 'components'
	| 'text'
	| 'any';

/** What Meta documents of a property (Meta: WhatsApp Flows, components and media upload). */
export interface Property {
	type: PropertyType;
	required?: true;
	/** Characters of a text. */
	max?: number;
	values?: readonly string[];
	/** The version of Flow JSON that brought it. */
	since?: string;
	range?: readonly [number, number];
	/** Names of the actions that are allowed, each with the version that brought it. */
	actions?: Readonly<Record<string, string>>;
}

export interface ComponentRules {
	properties: Readonly<Record<string, Property>>;
	since?: string;
	/** Whether it takes input of the customer, so that `${form.<name>}` is its value. */
	input?: true;
	/** At most this many on one screen. */
	perScreen?: number;
	/** The least and the most entries of `data-source`, `list-items` or `images`. */
	entries?: { of: string; min: number; max: number };
}

const text = (max?: number): Property => ({ type: 'string', ...(max && { max }) });
const required = (property: Property): Property => ({ ...property, required: true });
const since = (version: string, property: Property): Property => ({ ...property, since: version });
const FLAG: Property = { type: 'boolean' };
const NUMBER: Property = { type: 'number' };
const NAME = required(text());
const VISIBLE = { visible: FLAG };
const CLICK: Property = {
	type: 'action',
	actions: { data_exchange: '3.0', navigate: '3.0', open_url: '6.0' },
};
const SELECT: Property = { type: 'action', actions: { data_exchange: '3.0', update_data: '6.0' } };
const UNSELECT = since('6.0', { type: 'action', actions: { update_data: '6.0' } });
const LARGE = since('7.0', { type: 'string', values: ['large'] });
const STYLE: Readonly<Record<string, Property>> = {
	'font-weight': { type: 'string', values: ['bold', 'italic', 'bold_italic', 'normal'] },
	strikethrough: FLAG,
	...VISIBLE,
	markdown: since('5.1', FLAG),
};
const MEDIA_SIZE: Property = { type: 'string', values: ['regular', 'large'] };
const CHOICE: Readonly<Record<string, Property>> = {
	name: NAME,
	'data-source': required({ type: 'array' }),
	required: FLAG,
	enabled: FLAG,
	...VISIBLE,
	'on-select-action': SELECT,
	'on-unselect-action': UNSELECT,
	'init-value': { type: 'any' },
	'error-message': text(),
};
const GROUP: Readonly<Record<string, Property>> = {
	...CHOICE,
	label: required(text(30)),
	description: text(300),
	'media-size': MEDIA_SIZE,
};
const PICKER: Readonly<Record<string, Property>> = {
	name: NAME,
	label: required(text(80)),
	description: text(300),
	'max-file-size-kb': { type: 'number', range: [1, 25_600] },
	enabled: FLAG,
	...VISIBLE,
	'error-message': { type: 'any' },
};
const DAY: Readonly<Record<string, Property>> = {
	name: NAME,
	'min-date': text(),
	'max-date': text(),
	'unavailable-dates': { type: 'array' },
	...VISIBLE,
	enabled: FLAG,
	required: FLAG,
	'on-select-action': { type: 'action', actions: { data_exchange: '3.0' } },
	'init-value': { type: 'any' },
};

/** The components of Flow JSON 5.1 to 7.3 with their properties and limits. */
export const COMPONENTS: Readonly<Record<string, ComponentRules>> = {
	TextHeading: { properties: { text: required({ type: 'text', max: 80 }), ...VISIBLE } },
	TextSubheading: { properties: { text: required({ type: 'text', max: 80 }), ...VISIBLE } },
	TextBody: { properties: { text: required({ type: 'text', max: 4096 }), ...STYLE } },
	TextCaption: { properties: { text: required({ type: 'text', max: 409 }), ...STYLE } },
	RichText: { properties: { text: required({ type: 'text' }), ...VISIBLE }, since: '5.1' },
	TextInput: {
		input: true,
		properties: {
			name: NAME,
			label: required(text(20)),
			'label-variant': LARGE,
			'input-type': {
				type: 'string',
				values: ['text', 'number', 'email', 'password', 'passcode', 'phone'],
			},
			pattern: since('6.2', text()),
			required: FLAG,
			'min-chars': NUMBER,
			'max-chars': NUMBER,
			'helper-text': text(80),
			enabled: FLAG,
			...VISIBLE,
			'init-value': { type: 'any' },
			'error-message': text(30),
		},
	},
	TextArea: {
		input: true,
		properties: {
			name: NAME,
			label: required(text(20)),
			'label-variant': LARGE,
			required: FLAG,
			'max-length': NUMBER,
			'helper-text': text(80),
			enabled: FLAG,
			...VISIBLE,
			'init-value': text(),
			'error-message': text(),
		},
	},
	CheckboxGroup: {
		input: true,
		properties: { ...GROUP, 'min-selected-items': NUMBER, 'max-selected-items': NUMBER },
		entries: { of: 'data-source', min: 1, max: 20 },
	},
	RadioButtonsGroup: {
		input: true,
		properties: GROUP,
		entries: { of: 'data-source', min: 1, max: 20 },
	},
	ChipsSelector: {
		input: true,
		since: '6.3',
		properties: {
			...CHOICE,
			label: required(text(80)),
			description: text(300),
			'min-selected-items': NUMBER,
			'max-selected-items': NUMBER,
			'on-unselect-action': since('7.1', UNSELECT),
		},
		entries: { of: 'data-source', min: 2, max: 20 },
	},
	Dropdown: {
		input: true,
		properties: { ...CHOICE, label: required(text(20)) },
		entries: { of: 'data-source', min: 1, max: 200 },
	},
	DatePicker: {
		input: true,
		properties: {
			...DAY,
			label: required(text(40)),
			'helper-text': text(80),
			'error-message': text(80),
		},
	},
	CalendarPicker: {
		input: true,
		since: '6.1',
		properties: {
			...DAY,
			label: required({ type: 'any', max: 40 }),
			title: text(80),
			description: text(300),
			'helper-text': { type: 'any', max: 80 },
			required: { type: 'any' },
			mode: { type: 'string', values: ['single', 'range'] },
			'include-days': { type: 'array' },
			'min-days': NUMBER,
			'max-days': NUMBER,
			'error-message': { type: 'any', max: 80 },
		},
	},
	OptIn: {
		input: true,
		perScreen: 5,
		properties: {
			name: NAME,
			label: required(text(120)),
			required: FLAG,
			enabled: FLAG,
			...VISIBLE,
			'on-click-action': CLICK,
			'on-select-action': since('6.0', { type: 'action', actions: { update_data: '6.0' } }),
			'on-unselect-action': UNSELECT,
			'init-value': FLAG,
		},
	},
	PhotoPicker: {
		input: true,
		perScreen: 1,
		properties: {
			...PICKER,
			'photo-source': { type: 'string', values: ['camera_gallery', 'camera', 'gallery'] },
			'min-uploaded-photos': { type: 'number', range: [0, 30] },
			'max-uploaded-photos': { type: 'number', range: [1, 30] },
		},
	},
	DocumentPicker: {
		input: true,
		perScreen: 1,
		properties: {
			...PICKER,
			'allowed-mime-types': { type: 'array' },
			'min-uploaded-documents': { type: 'number', range: [0, 30] },
			'max-uploaded-documents': { type: 'number', range: [1, 30] },
		},
	},
	EmbeddedLink: {
		perScreen: 2,
		properties: {
			text: required(text(25)),
			'on-click-action': required(CLICK),
			...VISIBLE,
		},
	},
	Image: {
		perScreen: 3,
		properties: {
			src: required(text()),
			width: NUMBER,
			height: NUMBER,
			'scale-type': { type: 'string', values: ['cover', 'contain'] },
			'aspect-ratio': NUMBER,
			'alt-text': text(),
			...VISIBLE,
		},
	},
	ImageCarousel: {
		since: '7.1',
		perScreen: 2,
		properties: {
			images: required({ type: 'array' }),
			'aspect-ratio': { type: 'string', values: ['4:3', '16:9'] },
			'scale-type': { type: 'string', values: ['contain', 'cover'] },
			...VISIBLE,
		},
		entries: { of: 'images', min: 1, max: 3 },
	},
	NavigationList: {
		since: '6.2',
		perScreen: 2,
		properties: {
			name: NAME,
			'list-items': required({ type: 'array' }),
			label: text(80),
			description: text(300),
			'media-size': MEDIA_SIZE,
			...VISIBLE,
			'on-click-action': {
				type: 'action',
				actions: { data_exchange: '3.0', navigate: '3.0', complete: '6.2' },
			},
		},
		entries: { of: 'list-items', min: 1, max: 20 },
	},
	Footer: {
		properties: {
			label: required(text(35)),
			'left-caption': text(15),
			'center-caption': text(15),
			'right-caption': text(15),
			enabled: FLAG,
			...VISIBLE,
			'on-click-action': required({
				type: 'action',
				actions: {
					data_exchange: '3.0',
					navigate: '3.0',
					complete: '3.0',
					open_url: '6.0',
					update_data: '6.0',
				},
			}),
		},
	},
	If: {
		properties: {
			condition: required(text()),
			then: required({ type: 'components' }),
			else: { type: 'components' },
		},
	},
	Switch: {
		properties: { value: required(text()), cases: required({ type: 'object' }) },
	},
	Form: {
		properties: {
			name: text(),
			children: required({ type: 'components' }),
			'init-values': { type: 'any' },
			'error-messages': { type: 'any' },
		},
	},
};

/** The properties of one option of a choice, and their limits. */
export const OPTION: Readonly<Record<string, Property>> = {
	id: required(text()),
	title: required(text(30)),
	description: text(300),
	metadata: text(20),
};
