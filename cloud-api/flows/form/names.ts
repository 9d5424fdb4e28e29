import { isInput, type FlowField, type FlowForm } from './form';

/** A field with the key of its answer and the screen it is on. */
export interface NamedField {
	field: FlowField;
	/** Unique in the form; empty for a heading or body. */
	name: string;
	/** Index of the screen. */
	screen: number;
}

/** Keys that WhatsApp itself puts into an answer. */
const RESERVED = ['flow_token'];
const MAX_NAME = 60;

/**
 * The fields of all screens with the keys of their answers: the given name, else the label in snake case,
 * else the position, e.g. `field_3`. The same form always gives the same names.
 */
export function namedFields(form: FlowForm): NamedField[] {
	const taken = new Set<string>(RESERVED);
	let position = 0;
	return form.screens.flatMap(({ fields }, screen) =>
		fields.map((field) => {
			position++;
			if (!isInput(field)) return { field, name: '', screen };
			const name = unique(field.name?.trim() || nameOf(field.label, position), taken, '_');
			taken.add(name);
			return { field, name, screen };
		}),
	);
}

/** The IDs of the screens: the given ID, else the title in capitals, else `SCREEN_A`, `SCREEN_B`, … */
export function screenIds(form: FlowForm): string[] {
	const taken = new Set<string>();
	return form.screens.map(({ id, title }, index) => {
		const made = id?.trim() || idOf(title ?? '') || `SCREEN_${letters(index)}`;
		const own = taken.has(made) ? `${made}_${letters(index)}` : made;
		taken.add(own);
		return own;
	});
}

/** Labels as keys of the answers; a label that comes twice gets a number, e.g. `Name (2)`. */
export function answerLabels(fields: readonly NamedField[]): string[] {
	const taken = new Set<string>();
	return fields.map(({ field, name }) => {
		const label = field.label.trim() || name;
		let own = label;
		for (let count = 2; taken.has(own); count++) own = `${label} (${count})`;
		taken.add(own);
		return own;
	});
}

function nameOf(label: string, position: number): string {
	const words = plain(label)
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, MAX_NAME)
		.replace(/^_+|_+$/g, '');
	if (words === '') return `field_${position}`;
	return /^\d/.test(words) ? `field_${words}` : words;
}

function idOf(title: string): string {
	const words = plain(title)
		.toUpperCase()
		.replace(/[^A-Z]+/g, '_')
		.slice(0, MAX_NAME)
		.replace(/^_+|_+$/g, '');
	return words === 'SUCCESS' ? 'SUCCESS_SCREEN' : words;
}

/** Without accents: `Straße` keeps its `Stra`, `é` becomes `e`. */
function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** A, B, … Z, AA, AB, … */
function letters(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function unique(name: string, taken: ReadonlySet<string>, separator: string): string {
	let own = name;
	for (let count = 2; taken.has(own); count++) own = `${name}${separator}${count}`;
	return own;
}
