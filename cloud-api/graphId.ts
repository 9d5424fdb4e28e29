import { InvalidInputError } from './errors/cloudApiError';

/**
 * Checks an object ID before it becomes part of a URL: digits, as all of Meta's IDs for numbers,
 * accounts, apps, media and templates are.
 */
export function graphId(value: string, field: string, name: string): string {
	const id = value.trim();
	if (/^\d{1,40}$/.test(id)) return id;
	throw new InvalidInputError(
		field,
		id === '' ? `${name} is empty` : `${name} "${id.slice(0, 60)}" is not an ID of Meta's`,
		`${name} consists of digits only, e.g. 106540352242922. It is shown in Meta's pages beside the name.`,
	);
}
