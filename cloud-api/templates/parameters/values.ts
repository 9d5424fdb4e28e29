import { InvalidInputError } from '../../errors/cloudApiError';
import { readJson } from '../../values/json';
import { isDate, isRecord } from '../../values/reading';
import { metaParameter } from './localized';

/** Values by the IDs of {@link ParameterField}. */
export type ParameterValues = Record<string, unknown>;

/**
 * Returns values by parameter ID, from the JSON of expressions and AI agents. Nested objects and
 * lists are equivalent to IDs: `{"body": ["Pablo", "42"], "button": [{"url": "abc"}]}` is
 * `{"body.1": "Pablo", "body.2": "42", "button.0.url": "abc"}`. `buttons` and `cards` are accepted too, as
 * are Meta's parameters (`{"type": "text", "text": "Pablo"}`).
 */
export function readValues(input: Record<string, unknown>): ParameterValues {
	const values: ParameterValues = {};
	flatten(input, '', values);
	return values;
}

/** Parameters whose value is an object or a list. */
const WHOLE = /(^|\.)button\.\d+\.(flow\.data|mpm\.sections|order)$/;
/** Parameters that are a link or a media ID, also as Meta's `{"link"}` or `{"id"}`. */
const MEDIA = /(^|\.)header\.(image|video|document|gif)$/;
/** Parameters with one value: an object in their place is reported instead of taken apart. */
const SINGLE =
	/(^|\.)(body\.\w+|header\.text\.\w+|code|button\.\d+\.(url|payload|coupon|catalog|payment_link_preview|flow\.token|mpm\.thumbnail|call\.\w+)|header\.(location|product)\.\w+|header\.document\.filename|offer\.expiration|order_status\.\w+|tap_target\.\w+)$/;
/** Texts with variables, where one value or a list fills the variables in order. */
const TEXTS = /(^|\.)(body|header\.text)$/;

function flatten(value: unknown, path: string, into: ParameterValues): void {
	if (value === undefined || value === null) return;
	if (WHOLE.test(path)) {
		into[path] = structured(value, path);
		return;
	}
	if (SINGLE.test(path)) return single(value, path, into);
	if (typeof value !== 'object' || isDate(value)) {
		const id = TEXTS.test(path) ? `${path}.1` : path;
		if (id) into[id] = value;
		return;
	}
	if (MEDIA.test(path) && !Array.isArray(value)) {
		const { link, id, filename } = value as Record<string, unknown>;
		if (link ?? id) into[path] = link ?? id;
		if (filename) into[`${path}.filename`] = filename;
		return;
	}
	const list = Array.isArray(value) && TEXTS.test(path);
	for (const [key, part] of Object.entries(value))
		flatten(part, join(path, list ? String(Number(key) + 1) : key), into);
}

function single(value: unknown, path: string, into: ParameterValues): void {
	const parameter = isRecord(value) ? metaParameter(value) : undefined;
	const id = parameter?.name ? path.replace(/\w+$/, parameter.name) : path;
	into[id] = parameter ? parameter.value : value;
}

/** Returns an object or a list, also from JSON text. */
function structured(value: unknown, path: string): unknown {
	const reading = readJson(value);
	if (reading.ok) return reading.value ?? value;
	throw new InvalidInputError(path, `The value for "${path}": ${reading.problem}`, reading.fix);
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
