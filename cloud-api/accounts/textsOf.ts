import type { Json } from '../graph';

/** Reads text fields of a Graph object; `undefined` for an empty text and for anything else. */
export const textsOf =
	(raw: Json) =>
	(name: string): string | undefined => {
		const value = raw[name];
		return typeof value === 'string' && value !== '' ? value : undefined;
	};
