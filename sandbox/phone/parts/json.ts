import type { Json, JsonObject } from '../../control/types';

/**
 * Readers for message bodies of any shape: what is missing or of another type reads as empty, so
 * that a message of the future is drawn as far as it is understood and never breaks the page.
 */
type Loose = Json | undefined;

/** The value at a path; undefined if the path does not exist. */
export function at(value: Loose, ...path: Array<string | number>): Loose {
	return path.reduce<Loose>(
		(inner, key) =>
			inner !== null && typeof inner === 'object'
				? (inner as Record<string, Loose>)[key]
				: undefined,
		value,
	);
}

/** The text or number at a path, as text; `''` otherwise. */
export function textAt(value: Loose, ...path: Array<string | number>): string {
	const found = at(value, ...path);
	return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

/** The number (or numeric text) at a path; undefined otherwise. */
export function numberAt(value: Loose, ...path: Array<string | number>): number | undefined {
	const found = at(value, ...path);
	const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The list at a path; `[]` otherwise. */
export function listAt(value: Loose, ...path: Array<string | number>): Json[] {
	const found = at(value, ...path);
	return Array.isArray(found) ? found : [];
}

/** The object at a path; `{}` otherwise. */
export function objectAt(value: Loose, ...path: Array<string | number>): JsonObject {
	const found = at(value, ...path);
	return found !== null && typeof found === 'object' && !Array.isArray(found) ? found : {};
}
