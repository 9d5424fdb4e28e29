import { action } from './actions';
import { carouselImages, chips, listItems, options } from './items';
import { DOCUMENT_TYPES } from './documentTypes';
import {
	date,
	dates,
	decimal,
	flag,
	lines,
	listOf,
	oneOf,
	perDate,
	picture,
	staticFlag,
	text,
	texts,
	whole,
	type Rule,
} from './properties';

/** A property of a component. */
export interface Property {
	rule: Rule;
	required?: boolean;
	/** Flow JSON version that introduced it: 62 for 6.2. */
	since?: number;
	/** Only for components outside a Form, which has `init-values` and `error-messages`. */
	outsideForm?: boolean;
}

/** A type of component: its version and properties (Meta: "Components", Jun 2026). */
export interface ComponentType {
	since?: number;
	properties: Record<string, Property>;
}

const required = (rule: Rule): Property => ({ rule, required: true });
const name = required(text(200));
const visible: Property = { rule: flag };
const enabled: Property = { rule: flag };
const mandatory: Property = { rule: flag };
const select: Property = { rule: action(['data_exchange', 'update_data']) };
const unselect: Property = { rule: action(['update_data']), since: 60 };
const initial = (rule: Rule): Property => ({ rule, outsideForm: true });
const message = (most: number): Property => ({ rule: text(most), outsideForm: true });
const weight: Property = { rule: oneOf(['bold', 'italic', 'bold_italic', 'normal'], true) };
const mediaSize: Property = { rule: oneOf(['regular', 'large'], true) };
const link = required(action(['data_exchange', 'navigate', 'open_url']));
const MAX = Number.MAX_SAFE_INTEGER;

const formatted = (most: number): ComponentType => ({
	properties: {
		text: required(lines(most)),
		'font-weight': weight,
		strikethrough: { rule: flag },
		markdown: { rule: staticFlag },
		visible,
	},
});

const choice = (most: number, mostWithPictures?: number): Record<string, Property> => ({
	name,
	'data-source': required(options(most, mostWithPictures)),
	required: mandatory,
	enabled,
	visible,
	'on-select-action': select,
	'on-unselect-action': unselect,
	'error-message': message(300),
});

const files = (kind: 'photos' | 'documents'): Record<string, Property> => ({
	name,
	label: required(text(80)),
	description: { rule: text(300) },
	'max-file-size-kb': { rule: whole(1, 25_600, { fixed: true }) },
	[`min-uploaded-${kind}`]: { rule: whole(0, 30, { fixed: true }) },
	[`max-uploaded-${kind}`]: { rule: whole(1, 30, { fixed: true }) },
	enabled,
	visible,
	'error-message': { rule: text(300, { types: ['string', 'object'] }) },
});

/** Every component of Flow JSON 7.3. */
export const COMPONENTS: Record<string, ComponentType> = {
	TextHeading: { properties: { text: required(text(80)), visible } },
	TextSubheading: { properties: { text: required(text(80)), visible } },
	TextBody: formatted(4096),
	TextCaption: formatted(409),
	RichText: { properties: { text: required(lines(MAX)), visible } },
	TextInput: {
		properties: {
			name,
			label: required(text(20)),
			'label-variant': { rule: oneOf(['large']), since: 70 },
			'input-type': { rule: oneOf(['text', 'number', 'email', 'password', 'passcode', 'phone']) },
			pattern: { rule: text(1000), since: 62 },
			required: mandatory,
			'min-chars': { rule: whole(0, MAX, { asText: true }) },
			'max-chars': { rule: whole(1, MAX, { asText: true }) },
			'helper-text': { rule: text(80) },
			visible,
			'init-value': initial(text(MAX, { blank: true, types: ['string', 'number'] })),
			'error-message': message(30),
		},
	},
	TextArea: {
		properties: {
			name,
			label: required(text(20)),
			'label-variant': { rule: oneOf(['large']), since: 70 },
			required: mandatory,
			'max-length': { rule: whole(1, MAX, { asText: true }) },
			'helper-text': { rule: text(80) },
			enabled,
			visible,
			'init-value': initial(text(MAX, { blank: true })),
			'error-message': message(30),
		},
	},
	CheckboxGroup: {
		properties: {
			...choice(20),
			label: required(text(30)),
			description: { rule: text(300) },
			'min-selected-items': { rule: whole(0, MAX) },
			'max-selected-items': { rule: whole(1, MAX) },
			'media-size': mediaSize,
			'init-value': initial(texts),
		},
	},
	RadioButtonsGroup: {
		properties: {
			...choice(20),
			label: required(text(30)),
			description: { rule: text(300) },
			'media-size': mediaSize,
			'init-value': initial(text(200)),
		},
	},
	Dropdown: {
		properties: {
			...choice(200, 100),
			label: required(text(20)),
			'init-value': initial(text(200)),
		},
	},
	ChipsSelector: {
		since: 63,
		properties: {
			...choice(20),
			'data-source': required(chips),
			label: required(text(80)),
			description: { rule: text(300) },
			'min-selected-items': { rule: whole(0, MAX) },
			'max-selected-items': { rule: whole(1, MAX) },
			'init-value': initial(texts),
			'on-select-action': {
				rule: action(['data_exchange', 'update_data'], { update_data: 71 }),
			},
			'on-unselect-action': { ...unselect, since: 71 },
		},
	},
	DatePicker: {
		properties: {
			name,
			label: required(text(40)),
			'min-date': { rule: date },
			'max-date': { rule: date },
			'unavailable-dates': { rule: dates },
			'helper-text': { rule: text(80) },
			required: mandatory,
			enabled,
			visible,
			'on-select-action': { rule: action(['data_exchange']) },
			'init-value': initial(date),
			'error-message': message(80),
		},
	},
	CalendarPicker: {
		since: 61,
		properties: {
			name,
			label: required(perDate(text(40))),
			title: { rule: text(80) },
			description: { rule: text(300) },
			'helper-text': { rule: perDate(text(80)) },
			required: { rule: perDate(flag) },
			enabled,
			visible,
			mode: { rule: oneOf(['single', 'range'], true) },
			'min-date': { rule: date },
			'max-date': { rule: date },
			'unavailable-dates': { rule: dates },
			'include-days': { rule: listOf(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) },
			'min-days': { rule: whole(0, MAX) },
			'max-days': { rule: whole(1, MAX) },
			'on-select-action': { rule: action(['data_exchange']) },
			'init-value': initial(perDate(date)),
			'error-message': { rule: perDate(text(80)), outsideForm: true },
		},
	},
	Footer: {
		properties: {
			label: required(text(35)),
			'left-caption': { rule: text(15) },
			'center-caption': { rule: text(15) },
			'right-caption': { rule: text(15) },
			enabled,
			'on-click-action': required(action(['navigate', 'complete', 'data_exchange'])),
		},
	},
	OptIn: {
		properties: {
			name,
			label: required(text(120)),
			required: mandatory,
			'on-click-action': { rule: link.rule },
			'on-select-action': { rule: action(['update_data']), since: 60 },
			'on-unselect-action': unselect,
			visible,
			'init-value': initial(flag),
		},
	},
	EmbeddedLink: { properties: { text: required(text(25)), 'on-click-action': link, visible } },
	Image: {
		properties: {
			src: required(picture(300)),
			width: { rule: whole(1, MAX) },
			height: { rule: whole(1, MAX) },
			'scale-type': { rule: oneOf(['cover', 'contain'], true) },
			'aspect-ratio': { rule: decimal },
			'alt-text': { rule: text(300) },
			visible,
		},
	},
	ImageCarousel: {
		since: 71,
		properties: {
			images: required(carouselImages),
			'aspect-ratio': { rule: oneOf(['4:3', '16:9']) },
			'scale-type': { rule: oneOf(['contain', 'cover']) },
			visible,
		},
	},
	NavigationList: {
		since: 62,
		properties: {
			name,
			'list-items': required(listItems),
			label: { rule: text(80) },
			description: { rule: text(300) },
			'media-size': mediaSize,
			visible,
			'on-click-action': { rule: action(['data_exchange', 'navigate']) },
		},
	},
	PhotoPicker: {
		properties: {
			...files('photos'),
			'photo-source': { rule: oneOf(['camera_gallery', 'camera', 'gallery']) },
		},
	},
	DocumentPicker: {
		properties: { ...files('documents'), 'allowed-mime-types': { rule: listOf(DOCUMENT_TYPES) } },
	},
};
