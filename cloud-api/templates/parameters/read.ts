import { isLuxonDate } from '../../values/reading';

/** Whether a value is empty. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Returns milliseconds since 1970 from a Date, a date text, seconds, or milliseconds; otherwise NaN. */
export function milliseconds(value: unknown): number {
	if (value instanceof Date) return value.getTime();
	if (isLuxonDate(value)) return value.toMillis();
	const number = Number(value);
	if (Number.isFinite(number)) return number < 1e11 ? number * 1000 : number;
	return Date.parse(String(value));
}
