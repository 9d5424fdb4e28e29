import { plainCharacters } from './characters';
import {
	capitalized,
	invalid,
	isUnset,
	shortened,
	typeInWords,
	valid,
	type Reading,
} from './reading';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const FIX = 'Enter a number such as 12.5, or let the expression return one.';

/**
 * A value as a finite number; `undefined` when nothing was entered. Text counts when all of it is one
 * number with a decimal point and no more digits than JavaScript keeps; booleans, dates, lists and objects are invalid.
 */
export function readNumber(value: unknown): Reading<number | undefined> {
	if (isUnset(value)) return valid(undefined);
	if (typeof value === 'number' && Number.isFinite(value)) return valid(value);
	if (typeof value === 'bigint') return readNumber(String(value));
	if (typeof value !== 'string')
		return invalid(`${capitalized(typeInWords(value))} was given where a number is expected`, FIX);
	const text = plainCharacters(value);
	if (text === '') return valid(undefined);
	if (/^[+-]?\d+$/.test(text) && !Number.isSafeInteger(Number(text)))
		return invalid(
			`"${shortened(text)}" has more digits than a number can hold`,
			'Use a number of up to 15 digits.',
		);
	if (NUMBER.test(text) && Number.isFinite(Number(text))) return valid(Number(text));
	return invalid(
		`"${shortened(value)}" is not a number`,
		text.includes(',')
			? 'Write decimals with a point and thousands without a separator, e.g. 1250.50.'
			: FIX,
	);
}
