import { invalid, shortened, valid, type Reading } from '../values/reading';
import { countries, type Country } from './countries';
import { explainShape } from './explain';
import { isPlausible, splitNumber } from './lengths';
import { nationalNumber } from './nationalNumber';
import { bareNumber, digitsOf, linkedNumber, plainText } from './writing';

export interface PhoneNumberOptions {
	/** The country whose national numbers (0170 …) may be given; see {@link findCountry}. */
	country?: Country;
	/**
	 * Accept every number of 7 to 15 digits, also where its length does not fit its country. Left out where
	 * the user has no such option; the advice then does not name it.
	 */
	anyLength?: boolean;
}

/** Advice for a text that is not a phone number. */
export const HOW_TO_WRITE = 'Enter one phone number with country code, e.g. +49 170 1234567.';

const NATIONAL = 'Write it with + and the country code, e.g. +49 170 1234567';

/**
 * Reads one phone number as people write it: with spaces, dashes, dots, and parentheses, with `+` or `00`,
 * in digits of any script, as a wa.me link, a `tel:` address, or an ID of a WhatsApp library. The result is
 * `+` and digits, and its length fits its country.
 *
 * Digits without `+` count as international when they are a mobile number of a country, unless `country`
 * says how to read them. Longer than 500 characters is no number.
 */
export function readPhoneNumber(
	input: string,
	{ country, anyLength }: PhoneNumberOptions = {},
): Reading<string> {
	if (input.length > 500) return no(input, 'is not a phone number', HOW_TO_WRITE);
	const text = input.trim();
	const plain = plainText(input);
	const linked = linkedNumber(plain);
	if (linked !== undefined) return international(linked, text, anyLength);
	const bare = bareNumber(plain);
	const shape = explainShape(bare);
	if (shape) return no(text, shape.problem, shape.fix);
	const digits = digitsOf(bare);
	if (digits === undefined) return no(text, 'is not a phone number', HOW_TO_WRITE);
	if (digits.startsWith('+')) return international(digits.slice(1), text, anyLength);
	const national = country && nationalNumber(digits, country);
	if (national !== undefined) return international(national, text, anyLength);
	if (country?.callingCode === '1' && digits.startsWith('011'))
		return international(digits.slice(3), text, anyLength);
	if (digits.startsWith('00')) return international(digits.slice(2), text, anyLength);
	if (digits.startsWith('0')) return no(text, 'is a national number', nationalFix(anyLength));
	return unmarked(digits, text, anyLength);
}

/**
 * Reads a phone number to be shown, as on a contact card: as it was written, without signs and marks around
 * it and without what a spreadsheet added. A link becomes `+` and digits. Numbers that cannot be called from
 * abroad and extensions stay; what is no number at all, or two of them, is invalid.
 */
export function readShownNumber(input: string): Reading<string> {
	const text = input.trim();
	const plain = plainText(text.slice(0, 500));
	const linked = linkedNumber(plain);
	if (linked !== undefined) return valid(`+${linked}`);
	const bare = bareNumber(plain);
	const shape = explainShape(bare, 'card');
	if (shape) return no(text, shape.problem, shape.fix);
	return valid(digitsOf(bare) === undefined ? text : bare);
}

/** The country of an ISO 3166 code such as `DE`, in any case; `undefined` for an unknown code. */
export function findCountry(code: string): Country | undefined {
	return countries.get(code.trim().toUpperCase());
}

/** The digits after `+`; a trunk prefix between calling code and number is removed. */
function international(
	digits: string,
	text: string,
	anyLength: boolean | undefined,
): Reading<string> {
	const split = splitNumber(digits);
	if (!split) {
		return anyLength
			? insisted(digits, text)
			: no(text, 'does not begin with a country code', HOW_TO_WRITE);
	}
	const { callingCode, national, lengths } = split;
	if (isPlausible(callingCode, national)) return valid(`+${digits}`);
	for (const trunk of trunksOf(callingCode)) {
		if (national.startsWith(trunk) && isPlausible(callingCode, national.slice(trunk.length)))
			return valid(`+${callingCode}${national.slice(trunk.length)}`);
	}
	if (anyLength) return insisted(digits, text);
	return no(
		text,
		lengths.any.has(national.length)
			? `is not valid: no number of +${callingCode} begins with ${national[0]}`
			: `has ${national.length} digits after +${callingCode}; numbers there have ${inWords(lengths.any)}`,
		anyLength === undefined
			? 'Check the number.'
			: 'Check the number. If it is correct, turn on the option Allow Unusual Numbers.',
	);
}

/** Digits without a mark of an international number: only what cannot well be a national number. */
function unmarked(digits: string, text: string, anyLength: boolean | undefined): Reading<string> {
	if (anyLength) return insisted(digits, text);
	const split = splitNumber(digits);
	const plausible =
		split &&
		isPlausible(split.callingCode, split.national, digits.length > 10 ? undefined : 'mobile');
	if (plausible) return valid(`+${digits}`);
	return no(
		text,
		split
			? `has no + and cannot be a mobile number of +${split.callingCode}: it may be a national number`
			: 'does not begin with a country code',
		nationalFix(anyLength),
	);
}

function nationalFix(anyLength: boolean | undefined): string {
	return anyLength === undefined
		? `${NATIONAL}.`
		: `${NATIONAL}, or set the option Default Country.`;
}

function insisted(digits: string, text: string): Reading<string> {
	if (/^[1-9]\d{6,14}$/.test(digits)) return valid(`+${digits}`);
	return no(text, `has ${digits.length} digits; phone numbers have 7 to 15`, HOW_TO_WRITE);
}

/** The trunk prefixes of the countries that share a calling code, longest first. */
function trunksOf(callingCode: string): string[] {
	const trunks = [...countries.values()]
		.filter((country) => country.callingCode === callingCode)
		.map(({ trunk }) => trunk);
	return [...new Set([...trunks, '0'])].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** 9, 10, 11 → `9 to 11`; 7, 9 → `7 or 9` */
function inWords(lengths: ReadonlySet<number>): string {
	const sorted = [...lengths].sort((a, b) => a - b);
	const last = sorted[sorted.length - 1];
	if (sorted.length === 1) return String(last);
	return last - sorted[0] === sorted.length - 1 && sorted.length > 2
		? `${sorted[0]} to ${last}`
		: `${sorted.slice(0, -1).join(', ')} or ${last}`;
}

function no(text: string, problem: string, fix: string): Reading<never> {
	return invalid(`"${shortened(text)}" ${problem}`, fix);
}
