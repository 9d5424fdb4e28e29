import { plainCharacters } from './characters';
import {
	capitalized,
	invalid,
	isLuxonDate,
	isUnset,
	shortened,
	typeInWords,
	valid,
	type Reading,
} from './reading';
import { isZone, utcOf } from './zone';

/** `2027-12-24`, with or without a time, with or without a zone, which may be an offset or a name in brackets; `T` or a space between date and time. */
const ISO =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?(?:\[([\w/+-]+)\])?)?$/i;
const FIX =
	'Choose a date, or write one such as 2027-12-24T18:00 in an expression, e.g. {{ $now.plus(1, "day") }}.';
/** Unix time in seconds counts from here (2001) to milliseconds from there: smaller numbers are something else. */
const SECONDS = { min: 1e9, max: 1e10 };
const MILLISECONDS = { min: 1e12, max: 1e13 };

/**
 * A value as a point in time; `undefined` when nothing was entered. Takes a Date, a DateTime of n8n, ISO
 * text and Unix time (10 digits in seconds, 13 in milliseconds). Text without a zone is a time in `zone`.
 *
 * @param zone IANA name, e.g. `America/New_York`
 */
export function readDate(value: unknown, zone: string): Reading<Date | undefined> {
	if (isUnset(value)) return valid(undefined);
	if (value instanceof Date) return point(value.getTime());
	if (isLuxonDate(value)) return point(value.toMillis());
	if (typeof value === 'number') return unixTime(value);
	if (typeof value !== 'string')
		return invalid(`${capitalized(typeInWords(value))} was given where a date is expected`, FIX);
	const text = plainCharacters(value);
	if (text === '') return valid(undefined);
	if (/^\d{1,13}(?:\.\d+)?$/.test(text)) return unixTime(Number(text));
	const match = ISO.exec(text);
	if (!match) return notADate(value);
	const [year, month, day, hour, minute, second] = match
		.slice(1, 7)
		.map((part: string | undefined) => Number(part ?? 0));
	const local = Date.UTC(year, month - 1, day, hour, minute, second, fraction(match[7]));
	// 30 February and 25 o'clock would otherwise silently become another day.
	if (!sameDate(new Date(local), { year, month, day, hour, minute, second }))
		return notADate(value);
	const [offset, named = zone] = match.slice(8) as Array<string | undefined>;
	if (offset !== undefined) return point(local - offsetMs(offset));
	return named === zone || isZone(named) ? point(utcOf(local, named)) : notADate(value);
}

function point(time: number): Reading<Date> {
	return Number.isNaN(time) ? invalid('The date is invalid', FIX) : valid(new Date(time));
}

function unixTime(value: number): Reading<Date> {
	if (value >= SECONDS.min && value < SECONDS.max) return point(value * 1000);
	if (value >= MILLISECONDS.min && value < MILLISECONDS.max) return point(value);
	return invalid(
		`${value} is not a date`,
		value > 20_000 && value < 80_000
			? 'This looks like a date of Excel or Google Sheets, which counts days. Convert it first, e.g. {{ DateTime.fromISO("1899-12-30").plus({ days: $json.date }) }}.'
			: FIX,
	);
}

function notADate(value: string): Reading<never> {
	return invalid(
		`"${shortened(value)}" is not a date`,
		/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(value.trim())
			? 'Day and month could be confused. Write year, month, day, e.g. 2027-12-24, or convert it, e.g. {{ DateTime.fromFormat($json.date, "dd.MM.yyyy") }}.'
			: FIX,
	);
}

function fraction(digits = ''): number {
	return Math.floor(Number(digits.slice(0, 3).padEnd(3, '0')));
}

function sameDate(date: Date, wanted: Record<string, number>): boolean {
	return (
		date.getUTCFullYear() === wanted.year &&
		date.getUTCMonth() + 1 === wanted.month &&
		date.getUTCDate() === wanted.day &&
		date.getUTCHours() === wanted.hour &&
		date.getUTCMinutes() === wanted.minute &&
		date.getUTCSeconds() === wanted.second
	);
}

function offsetMs(offset: string): number {
	if (offset.toUpperCase() === 'Z') return 0;
	const [, sign, hours, minutes = '0'] = /([+-])(\d\d):?(\d\d)?/.exec(offset) ?? [];
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
