type Json = Record<string, unknown>;

/**
 * Readers for what Graph answers. A gateway, or a later version of the API, may leave out or change anything,
 * so no list or object in an answer is taken for granted.
 */

/** An object of an answer; an empty one for anything else. */
export function record(value: unknown): Json {
	return isRecord(value) ? value : {};
}

/** The objects of a list in an answer; none for anything else. */
export function records(value: unknown): Json[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The texts of a list in an answer, numbers included, since Meta writes IDs as both. */
export function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.flatMap((one) => textOf(one) ?? []) : [];
}

/** A text in an answer, or a number as text; `undefined` for anything else and for empty text. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
