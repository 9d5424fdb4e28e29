import type { Country } from './countries';

/**
 * `+` and digits of a number that is given as digits with or without `+`.
 *
 * With a default country, in this order: its calling code before a number of the right length marks an
 * international number; the trunk prefix a national one; so does the length of the country's mobile
 * numbers; anything else is international. Without a default country everything is.
 *
 * @param refuse called with advice when the number cannot be read
 */
export function internationalNumber(
	digits: string,
	country: Country | undefined,
	refuse: (advice: string) => never,
): string {
	if (digits.startsWith('+')) return digits;
	if (country) {
		const national = nationalPart(digits, country);
		if (national !== undefined) return `+${country.callingCode}${mobilePart(national, country)}`;
	}
	if (digits.startsWith('00')) return `+${digits.slice(2)}`;
	if (digits.startsWith('0')) {
		refuse(
			'It starts with 0, so it is a national number. Write it with + and the country code, or choose a default country.',
		);
	}
	return `+${digits}`;
}

function nationalPart(
	digits: string,
	{ callingCode, trunk, digits: { min, max } }: Country,
): string | undefined {
	const fits = (number: string) => number.length >= min && number.length <= max;
	if (digits.startsWith('00')) return undefined;
	if (digits.startsWith(callingCode) && fits(digits.slice(callingCode.length))) return undefined;
	if (trunk !== '' && digits.startsWith(trunk)) {
		const rest = digits.slice(trunk.length);
		// No subscriber number starts with 0, so a trunk prefix of zeros needs no second sign.
		if (trunk.startsWith('0') || fits(rest)) return rest;
	}
	return fits(digits) ? digits : undefined;
}

/** Argentina writes mobiles as (area) 15 (number) at home and as 9 (area) (number) abroad. */
function mobilePart(national: string, { code }: Country): string {
	if (code !== 'AR' || national.length !== 12) return national;
	for (const area of national.startsWith('11') ? [2] : [3, 4]) {
		if (national.startsWith('15', area)) {
			return `9${national.slice(0, area)}${national.slice(area + 2)}`;
		}
	}
	return national;
}
