/**
 * Compatibility forms of characters as their usual form (Unicode: NFKC), e.g. `１` as `1`. Superscripts,
 * circled digits, and fractions stay as they are: 5² is not 52, and a footnote is no digit of a phone number.
 */
export function usualForm(text: string): string {
	return text.replace(/\P{No}+/gu, (part) => part.normalize('NFKC'));
}

/** Digits of any script as 0 to 9; a script's digits follow each other, beginning with its zero. */
export function latinDigits(text: string): string {
	return text.replace(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		for (let value = 0; value < 10; value++) {
			if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
		}
		return digit;
	});
}

/**
 * A value in text as it would be typed on a plain keyboard: usual forms, digits from 0 to 9, `-` for a minus
 * sign, and no spaces around it or characters that nobody sees.
 */
export function plainCharacters(text: string): string {
	return latinDigits(usualForm(text).replace(/\p{Cf}/gu, ''))
		.replace(/\u2212/g, '-')
		.trim();
}
