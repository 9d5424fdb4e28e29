import type { Country } from './countries';

/**
 * Calling code and number of digits that are a national number of the country; `undefined` when they are
 * not. The calling code before a number of the right length marks an international number; the trunk
 * prefix marks a national one; so does the length of the country's mobile numbers.
 *
 * @param digits without `+`
 */
export function nationalNumber(digits: string, country: Country): string | undefined {
	const national = nationalPart(digits, country);
	return national === undefined
		? undefined
		: `${country.callingCode}${mobilePart(national, country)}`;
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

/** Argentina writes mobile numbers as (area) 15 (number) at home and as 9 (area) (number) abroad. */
function mobilePart(national: string, { code }: Country): string {
	if (code !== 'AR' || national.length !== 12) return national;
	for (const area of national.startsWith('11') ? [2] : [3, 4]) {
		if (national.startsWith('15', area)) {
			return `9${national.slice(0, area)}${national.slice(area + 2)}`;
		}
	}
	return national;
}
