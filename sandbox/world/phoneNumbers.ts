/**
 * Country calling codes, as far as the sandbox has to tell a country code from a national
 * number: the codes of one and two digits. All others have three.
 */
const ONE_DIGIT = new Set(['1', '7']);
const TWO_DIGITS = new Set(
	(
		'20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 ' +
		'81 82 84 86 90 91 92 93 94 95 98'
	).split(' '),
);

/** The country calling code of an international number in digits. */
export function countryCodeOf(digits: string): string {
	if (ONE_DIGIT.has(digits.slice(0, 1))) return digits.slice(0, 1);
	if (TWO_DIGITS.has(digits.slice(0, 2))) return digits.slice(0, 2);
	return digits.slice(0, 3);
}

const ISO2: Record<string, string> = {
	'1': 'US',
	'7': 'RU',
	'33': 'FR',
	'34': 'ES',
	'39': 'IT',
	'44': 'GB',
	'49': 'DE',
	'52': 'MX',
	'54': 'AR',
	'55': 'BR',
	'62': 'ID',
	'65': 'SG',
	'91': 'IN',
	'234': 'NG',
};

/** ISO country code of a number, the prefix of its BSUID. `ZZ` if unknown. */
export function countryOf(digits: string): string {
	return ISO2[countryCodeOf(digits)] ?? 'ZZ';
}

/**
 * The WhatsApp ID for a `to`, as Meta's page describes it: `+ - ( ) .` and spaces are removed, and
 * without `+` the country code of the business number is prepended, even if the number has one.
 * `undefined` if `to` is not a phone number.
 */
export function normalizeRecipient(to: string, businessCountryCode: string): string | undefined {
	const trimmed = to.trim();
	if (!/^\+?[\d\s()\-.]+$/.test(trimmed)) return undefined;
	const digits = trimmed.replace(/\D/g, '');
	if (digits.length === 0) return undefined;
	const international = trimmed.startsWith('+') ? digits : `${businessCountryCode}${digits}`;
	return international.length >= 7 && international.length <= 15 ? international : undefined;
}

/**
 * The alternate format of a Brazilian (ninth digit) or Mexican (521) mobile number. Meta converts
 * them, so the WhatsApp ID can differ from `to`; it does not for other countries.
 */
export function alternateFormat(digits: string): string | undefined {
	const brazil = /^55(\d{2})(9?)(\d{8})$/.exec(digits);
	if (brazil) return `55${brazil[1]}${brazil[2] ? '' : '9'}${brazil[3]}`;
	const mexico = /^52(1?)(\d{10})$/.exec(digits);
	if (mexico) return `52${mexico[1] ? '' : '1'}${mexico[2]}`;
	return undefined;
}
