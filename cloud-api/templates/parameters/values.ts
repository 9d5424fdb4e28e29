import { InvalidInputError } from '../../errors/cloudApiError';

/** Values by the ids of {@link ParameterField}. */
export type ParameterValues = Record<string, unknown>;

/**
 * Returns values by parameter ID, from the JSON of expressions and AI agents. Nested objects and
 * lists are equivalent to IDs: `{"body": ["Pablo", "42"], "button": [{"url": "abc"}]}` is
 * `{"body.1": "Pablo", "body.2": "42", "button.0.url": "abc"}`. `buttons` and `cards` are accepted too.
 */
export function readValues(input: Record<string, unknown>): ParameterValues {
	const values: ParameterValues = {};
	flatten(input, '', values);
	return values;
}

/** Parameters whose value is an object or a list. */
const WHOLE = /(^|\.)(flow\.data|mpm\.sections|order)$/;
/** Parameters that are a link or a media ID, also as Meta's `{"link"}` or `{"id"}`. */
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

/** Returns an object or a list, also from JSON text. */
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
		'Check quotes, commas, and brackets, or use an expression that returns an object.',
	);
}

function join(path: string, key: string): string {
	const name =
		path === '' ? key.replace(/^buttons(?=\.|$)/, 'button').replace(/^cards(?=\.|$)/, 'card') : key;
	const inCard = /^card\.\d+$/.test(path) && name === 'buttons' ? 'button' : name;
	return path ? `${path}.${inCard}` : name;
}

/** Whether a parameter is a file: a link or a media ID. */
export function isMediaId(id: string): boolean {
	return MEDIA.test(id);
}
