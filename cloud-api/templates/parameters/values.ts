import { InvalidInputError } from '../../errors/cloudApiError';

/** Values by the ids of {@link ParameterField}. */
export type ParameterValues = Record<string, unknown>;

/**
 * Reads values as people, expressions and AI agents write them into values by id. Nested objects and
 * lists work as well as ids: `{"body": ["Pablo", "42"], "button": [{"url": "abc"}]}` is
 * `{"body.1": "Pablo", "body.2": "42", "button.0.url": "abc"}`. `buttons`, `cards` and capital letters are understood.
 */
export function readValues(input: Record<string, unknown>): ParameterValues {
	const values: ParameterValues = {};
	flatten(input, '', values);
	return values;
}

/** Places whose value is itself an object or a list. */
const WHOLE = /(^|\.)(flow\.data|mpm\.sections|order)$/;
/** Places that hold a link or an ID, which may come as Meta's `{"link"}` or `{"id"}`. */
const MEDIA = /(^|\.)header\.(image|video|document|gif)$/;

function flatten(value: unknown, path: string, into: ParameterValues): void {
	if (typeof value !== 'object' || value === null || WHOLE.test(path)) {
		if (path && value !== undefined && value !== null)
			into[path] = WHOLE.test(path) ? structured(value, path) : value;
		return;
	}
	if (MEDIA.test(path) && !Array.isArray(value)) {
		const { link, id, filename } = value as Record<string, unknown>;
		if (link ?? id) into[path] = link ?? id;
		if (filename) into[`${path}.filename`] = filename;
		return;
	}
	const fromOne = /(^|\.)(body|text)$/.test(path);
	for (const [key, part] of Object.entries(value))
		flatten(
			part,
			join(path, Array.isArray(value) && fromOne ? String(Number(key) + 1) : key),
			into,
		);
}

/** Objects and lists may come as JSON text. */
function structured(value: unknown, path: string): unknown {
	if (typeof value !== 'string' || value.trim() === '') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return notJson(path);
	}
}

function notJson(path: string): never {
	throw new InvalidInputError(
		path,
		`The value for "${path}" is not valid JSON`,
		'Check quotes, commas and brackets, or give an object with an expression.',
	);
}

function join(path: string, key: string): string {
	const name =
		path === '' ? key.replace(/^buttons(?=\.|$)/, 'button').replace(/^cards(?=\.|$)/, 'card') : key;
	const inCard = /^card\.\d+$/.test(path) && name === 'buttons' ? 'button' : name;
	return path ? `${path}.${inCard}` : name;
}

/** The ids that hold a file: a link, a media ID, or what the caller turns into one. */
export function isMediaId(id: string): boolean {
	return MEDIA.test(id);
}
