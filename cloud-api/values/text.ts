import { capitalized, invalid, isDate, isUnset, typeInWords, valid, type Reading } from './reading';

/** What JavaScript writes when an object is put into a text. */
const OBJECT_IN_TEXT = /\[object [A-Z]\w*\]/;

/**
 * A value as text. Numbers and booleans become text; nothing becomes the empty text. Objects, lists,
 * dates, functions and calculations without a result are invalid, and so is a text into which an object
 * was put, because nobody wants to send `[object Object]`.
 */
export function readText(value: unknown): Reading<string> {
	if (isUnset(value)) return valid('');
	if (typeof value === 'string') {
		const inserted = OBJECT_IN_TEXT.exec(value)?.[0];
		if (inserted === undefined) return valid(value);
		return invalid(
			`The text contains "${inserted}": an expression inserted an object`,
			'Insert one field of the object, e.g. {{ $json.name }} instead of {{ $json }}.',
		);
	}
	if (typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value))
		return valid(String(value));
	return invalid(`${capitalized(typeInWords(value))} was given where text is expected`, fix(value));
}

function fix(value: unknown): string {
	if (isDate(value)) return "Format the date, e.g. {{ $now.toFormat('yyyy-MM-dd HH:mm') }}.";
	if (Array.isArray(value))
		return 'Let the expression pick one text, e.g. {{ $json.names[0] }}, or join the list, e.g. {{ $json.names.join(", ") }}.';
	if (typeof value === 'function')
		return 'Call the function: add () after its name, e.g. {{ $json.name.toUpperCase() }}.';
	if (typeof value === 'number')
		return 'Check that every value of the calculation is a number, e.g. {{ Number($json.price) * 2 }}.';
	return 'Let the expression pick one text, e.g. {{ $json.text }} instead of {{ $json }}.';
}
