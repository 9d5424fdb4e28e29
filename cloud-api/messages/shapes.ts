/**
 * Readers of the shapes in which people write the same thing: the form's rows, Meta's own JSON copied
 * from its pages, and plain texts. They only rename; the schemas behind them judge the values.
 */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether nothing was entered: absent, or text of spaces only. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/**
 * The list under `key` in any of Meta's wrappers: the list itself, `{ buttons: […] }`, an `action`, or a
 * whole `interactive` message. Anything else is returned as it is.
 */
export function unwrapList(json: unknown, key: string): unknown {
	for (let inner = json; isFields(inner); inner = inner.interactive ?? inner.action) {
		if (Array.isArray(inner[key])) return inner[key];
	}
	return json;
}

/** Renames keys; a name that is already there keeps its value, and unknown keys stay. */
export function rename(fields: Fields, names: Readonly<Record<string, string>>): Fields {
	const renamed: Fields = {};
	for (const [key, value] of Object.entries(fields)) {
		const name = Object.hasOwn(names, key) ? names[key] : key;
		if (name === key || isBlank(fields[name])) renamed[name] = value;
	}
	return renamed;
}

/** The fields that hold something. */
export function filled(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)));
}
