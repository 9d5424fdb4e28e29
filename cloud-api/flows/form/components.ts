import { InvalidInputError } from '../../errors/cloudApiError';
import type { Json } from '../../graph';
import { optionOf, type FlowField } from './form';

/** Characters that a label may have in each component (Meta: WhatsApp Flows, components). */
const LABEL = { input: 20, date: 40, group: 30, optIn: 120, picker: 80 } as const;
const HELPER_TEXT = 80;
const DESCRIPTION = 300;
const CAPTION = 409;
const TITLE = 30;
const MAX_OPTIONS = { dropdown: 200, radio: 20, checkbox: 20 } as const;
/** An answer message carries up to 10 files of one picker. */
const MAX_FILES = 10;

const INPUT_TYPES: Partial<Record<FlowField['type'], string>> = {
	text: 'text',
	number: 'number',
	email: 'email',
	phone: 'phone',
	password: 'password',
};

/**
 * The components of one field: the field itself, and text around it where its label or help is too long.
 *
 * @param path the field's path in the errors thrown, e.g. `screens[0].fields[2]`
 * @throws InvalidInputError when the field cannot be shown by WhatsApp
 */
export function componentsOf(field: FlowField, name: string, path: string): Json[] {
	if (field.label.trim() === '')
		throw new InvalidInputError(`${path}.label`, 'The field has no label', 'Enter a label.');
	if (field.type === 'heading') return [shown('TextHeading', field.label, 80, `${path}.label`)];
	if (field.type === 'body') return [shown('TextBody', field.label, 4096, `${path}.label`)];
	const parts = new Parts(field, path);
	const component = { ...build(field, name, path, parts), ...parts.properties };
	return [...parts.before, component, ...parts.after];
}

function build(field: FlowField, name: string, path: string, parts: Parts): Json {
	const required = { required: field.required === true };
	switch (field.type) {
		case 'textarea':
			parts.label(LABEL.input).help('helper-text', HELPER_TEXT);
			return {
				type: 'TextArea',
				name,
				...required,
				...count(field.max, 'max-length', `${path}.max`),
				...initialText(field),
			};
		case 'date':
			parts.label(LABEL.date).help('helper-text', HELPER_TEXT);
			return {
				type: 'DatePicker',
				name,
				...required,
				...day(field.min, 'min-date', `${path}.min`),
				...day(field.max, 'max-date', `${path}.max`),
				...day(field.initial, 'init-value', `${path}.initial`),
			};
		case 'dropdown':
			parts.label(LABEL.input).help(undefined, 0);
			return { type: 'Dropdown', name, ...required, ...choices(field, path) };
		case 'radio':
			parts.label(LABEL.group).help('description', DESCRIPTION);
			return { type: 'RadioButtonsGroup', name, ...required, ...choices(field, path) };
		case 'checkbox':
			parts.label(LABEL.group).help('description', DESCRIPTION);
			return {
				type: 'CheckboxGroup',
				name,
				...required,
				...choices(field, path),
				...count(field.min, 'min-selected-items', `${path}.min`),
				...count(field.max, 'max-selected-items', `${path}.max`),
			};
		case 'optIn':
			parts.label(LABEL.optIn).help(undefined, 0);
			return {
				type: 'OptIn',
				name,
				...required,
				...(field.initial !== undefined &&
					field.initial !== '' && {
						'init-value': field.initial === true || field.initial === 'true',
					}),
			};
		case 'photo':
		case 'file':
			parts.label(LABEL.picker).help('description', DESCRIPTION);
			return picker(field, name, path);
		default:
			parts.label(LABEL.input).help('helper-text', HELPER_TEXT);
			return {
				type: 'TextInput',
				name,
				'input-type': INPUT_TYPES[field.type],
				...required,
				...count(field.min, 'min-chars', `${path}.min`),
				...count(field.max, 'max-chars', `${path}.max`),
				...initialText(field),
			};
	}
}

/** The label and help of a field: properties of its component, or text around it when they are too long. */
class Parts {
	readonly properties: Json = {};
	readonly before: Json[] = [];
	readonly after: Json[] = [];

	constructor(
		private readonly field: FlowField,
		private readonly path: string,
	) {}

	label(max: number): this {
		const label = this.field.label.trim();
		this.properties.label = shortened(label, max);
		if (this.properties.label !== label)
			this.before.push(shown('TextBody', label, 4096, `${this.path}.label`));
		return this;
	}

	help(property: string | undefined, max: number): void {
		const help = this.field.help?.trim() ?? '';
		if (help === '') return;
		if (property !== undefined && [...help].length <= max) this.properties[property] = help;
		else this.after.push(shown('TextCaption', help, CAPTION, `${this.path}.help`));
	}
}

function choices(field: FlowField, path: string): Json {
	const { optionsFrom, options = [], initial } = field;
	const preset = initial === undefined || initial === '' ? {} : { 'init-value': presetOf(field) };
	if (optionsFrom) return { 'data-source': `\${data.${optionsFrom}}`, ...preset };
	const type = field.type as keyof typeof MAX_OPTIONS;
	if (options.length === 0 || options.length > MAX_OPTIONS[type])
		throw new InvalidInputError(
			`${path}.options`,
			options.length === 0
				? `"${shortened(field.label, 60)}" has no options`
				: `"${shortened(field.label, 60)}" has ${options.length} options; the limit is ${MAX_OPTIONS[type]}`,
			type === 'dropdown' || options.length === 0
				? 'Enter 1 to 200 options for a dropdown, 1 to 20 for radio buttons and checkboxes.'
				: 'Remove options, or use a dropdown, which takes 200.',
		);
	const seen = new Set<string>();
	const source = options.map((option, index) => {
		const { id, title, description } = optionOf(option);
		const place = `${path}.options[${index}]`;
		if (title.trim() === '')
			throw new InvalidInputError(
				place,
				`Option ${index + 1} is empty`,
				'Enter a text, or remove the option.',
			);
		if (seen.has(id))
			throw new InvalidInputError(
				place,
				`"${shortened(id, 60)}" is there twice`,
				'Give each option a different text or ID.',
			);
		seen.add(id);
		const short = shortened(title, TITLE);
		const full = [short === title ? '' : title, description ?? ''].filter(Boolean).join(' – ');
		if ([...full].length > DESCRIPTION)
			throw new InvalidInputError(
				place,
				`Option ${index + 1} has ${[...full].length} characters; the limit is ${DESCRIPTION}`,
				'Shorten the option.',
			);
		return { id, title: short, ...(full !== '' && { description: full }) };
	});
	return { 'data-source': source, ...preset };
}

/** The IDs of the chosen options; a title counts as the ID of its option. */
function presetOf({ type, options = [], initial }: FlowField): unknown {
	const idOf = (value: unknown) => {
		const found = options.map(optionOf).find(({ id, title }) => id === value || title === value);
		return found?.id ?? String(value);
	};
	if (type !== 'checkbox')
		return idOf(Array.isArray(initial) ? (initial as unknown[])[0] : initial);
	return (Array.isArray(initial) ? (initial as unknown[]) : [initial]).map(idOf);
}

function picker(field: FlowField, name: string, path: string): Json {
	const what = field.type === 'photo' ? 'photos' : 'documents';
	const max = Number(field.max ?? 1);
	const min = Number(field.min ?? (field.required ? 1 : 0));
	if (!Number.isInteger(max) || max < 1 || max > MAX_FILES)
		throw new InvalidInputError(
			`${path}.max`,
			`"${shortened(field.label, 60)}" allows ${field.max} files; an answer carries 1 to ${MAX_FILES}`,
			`Enter a number from 1 to ${MAX_FILES}.`,
		);
	return {
		type: field.type === 'photo' ? 'PhotoPicker' : 'DocumentPicker',
		name,
		...(field.type === 'photo' && { 'photo-source': 'camera_gallery' }),
		[`min-uploaded-${what}`]: min,
		[`max-uploaded-${what}`]: max,
		...(field.type === 'file' &&
			field.accept &&
			field.accept.length > 0 && { 'allowed-mime-types': field.accept }),
	};
}

function initialText({ initial }: FlowField): Json {
	return initial === undefined || initial === null || initial === ''
		? {}
		: { 'init-value': String(initial) };
}

function count(value: number | string | undefined, property: string, path: string): Json {
	if (value === undefined || value === '') return {};
	const number = Number(value);
	if (Number.isInteger(number) && number >= 0) return { [property]: number };
	throw new InvalidInputError(
		path,
		`"${value}" is not a whole number`,
		'Enter a number such as 10.',
	);
}

function day(value: unknown, property: string, path: string): Json {
	if (value === undefined || value === null || value === '') return {};
	const text = String(value).slice(0, 10);
	if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)))
		return { [property]: text };
	throw new InvalidInputError(
		path,
		`"${String(value).slice(0, 40)}" is not a day`,
		'Write year, month, day, e.g. 2027-12-24.',
	);
}

function shown(type: string, text: string, max: number, path: string): Json {
	const length = [...text].length;
	if (length <= max) return { type, text };
	throw new InvalidInputError(
		path,
		`The text has ${length} characters; the limit is ${max}`,
		'Shorten the text.',
	);
}

/** At most `max` characters: cut at a word where there is one, with … at the end. */
function shortened(text: string, max: number): string {
	const characters = [...text];
	if (characters.length <= max) return text;
	const start = characters.slice(0, max - 1).join('');
	const word = start.lastIndexOf(' ');
	return `${(word > max / 2 ? start.slice(0, word) : start).trimEnd()}…`;
}
