/** Marks that phones, address books, and web pages add around digits and that mean nothing. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Cc}]/gu;
/** Signs between the digits of one number. */
const SEPARATORS = /[\s\p{Pd}\u2212.()[\]·_]/gu;
const LINK_TO_CHAT =
	/^(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web|chat)\.whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=)(?:%2B|\+)?(\d+)(?![^?&#/])/i;
const APP_LINK = /^whatsapp:\/\/send\/?\?(?:[^#]*&)?phone=(?:%2B|\+)?(\d+)(?![^&#])/i;
/** `49…@c.us` and `49…:12@s.whatsapp.net`, as libraries for WhatsApp Web write people. */
const PERSON_JID = /^\+?(\d+)(?:[.:_]\d+)*@(?:c\.us|s\.whatsapp\.net)$/i;

/** A number as people write it, without what means nothing: plain digits of one script, signs kept. */
export function plainText(input: string): string {
	const text = latinDigits(input.normalize('NFKC').replace(INVISIBLE, '')).trim();
	// A spreadsheet marks text with an apostrophe, a CSV with quotation marks.
	return text.replace(/^['"“”‘’`]+|['"“”‘’`]+$/gu, '').trim();
}

/** The digits that a link or an ID of a WhatsApp library names; they are always international. */
export function linkedNumber(text: string): string | undefined {
	return (LINK_TO_CHAT.exec(text) ?? APP_LINK.exec(text) ?? PERSON_JID.exec(text))?.[1];
}

/** Without the scheme and parameters of a `tel:` address, and without the `.0` that spreadsheets add. */
export function bareNumber(text: string): string {
	const scheme = /^(?:tel|whatsapp|sms|callto):(?:\/\/)?/i.exec(text)?.[0];
	const number = scheme === undefined ? text : text.slice(scheme.length).replace(/[;?].*$/s, '');
	return number.replace(/^(\+?\d{6,})[.,]0+$/, '$1');
}

/** The digits of a number, with `+` or `00` kept in front; `undefined` when other signs are in it. */
export function digitsOf(text: string): string | undefined {
	const digits = text.replace(SEPARATORS, '');
	return /^\+?\d+$/.test(digits) ? digits : undefined;
}

/** `+49 (0) 170 …`: the bracketed zero is dialled inside the country only. */
export function withoutBracketedZero(text: string): string {
	return text.replace(/^([([]?\s*(?:\+|00)[\d\s)\]]*)[([]\s*0\s*[)\]]/, '$1');
}

/** Digits of any script as 0 to 9; a script's digits follow each other, beginning with its zero. */
function latinDigits(text: string): string {
	return text.replace(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		for (let value = 0; value < 10; value++) {
			if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
		}
		return digit;
	});
}
