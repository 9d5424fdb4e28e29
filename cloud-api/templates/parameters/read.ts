import { readDate } from '../../values/date';

/** Whether a value is empty. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Returns milliseconds since 1970 of a date as `readDate` reads it, in UTC; NaN if it is none. */
export function milliseconds(value: unknown): number {
	const reading = readDate(value, 'UTC');
	return reading.ok && reading.value ? reading.value.getTime() : NaN;
}
