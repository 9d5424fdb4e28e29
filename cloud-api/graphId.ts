import { InvalidInputError } from './errors/cloudApiError';

/**
 * Checks an object ID before it becomes part of a URL. All of Meta's IDs of phone numbers, accounts, apps,
 * media, and templates consist of digits.
 *
 * @param field the input's name in the error thrown
 * @param name the ID in words, e.g. "The media ID"
 */
export function graphId(value: string, field: string, name: string): string {
	const id = value.trim();
	if (/^\d{1,40}$/.test(id)) return id;
	throw new InvalidInputError(
		field,
		id === '' ? `${name} is empty` : `${name} "${id.slice(0, 60)}" is not an ID`,
		`${name} consists of digits only, e.g. 106540352242922. Meta shows it next to the name.`,
	);
}
