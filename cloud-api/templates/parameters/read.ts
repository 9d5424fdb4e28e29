/** Whether a value counts as not given. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Milliseconds since 1970 from a date, a date's text, seconds or milliseconds; NaN when it is none. */
export function milliseconds(value: unknown): number {
	if (value instanceof Date) return value.getTime();
	const number = Number(value);
	if (Number.isFinite(number)) return number < 1e11 ? number * 1000 : number;
	return Date.parse(String(value));
}
