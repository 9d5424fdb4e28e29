import { latinDigits, usualForm } from '../values/characters';

/** Marks that phones, address books, and web pages add around digits and that mean nothing. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}]|(?![\t\n\v\f\r])\p{Cc}/gu;
/** Signs that people and spreadsheets leave before and after a number. */
const BEFORE = /^(?:[\s'"“”„‘’`´«»,;:|•*\-–—<]|\p{Extended_Pictographic})+/u;
const AFTER = /(?:[\s'"“”„‘’`´«»,;:|*!?.\-–—>]|\p{Extended_Pictographic})+$/u;
/** `Tel.: +49 …`, `Mobile +49 …` */
const LABEL =
	/^(?:tel(?:ephone|efon|[eé]fono|efone)?|phone|mob(?:ile|il)?|cell(?:ular)?(?: phone)?|celular|m[oó]vil|handy|whats ?app)\b\.?\s*(?:number|no\.|nr\.)?\s*:?\s*(?=[+(\d])/i;
/** `+49 … (mobile)` */
const REMARK = /\s*\([\p{L}][\p{L}\s.]*\)$/u;
const SCHEME = /^(?:tel|whatsapp|sms|callto):(?:\/\/)?/i;
/** `Ana Lima <+49 …>` */
const NAMED = /^[^\d<>+@]*<([^<>]+)>$/;
/** Signs between the digits of one number. */
const SEPARATORS = /[^\S\n\v\f\r]|[\p{Pd}\u2212.()[\]·_]/gu;
const LINK_TO_CHAT =
	/^(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web|chat)\.whatsapp\.com\/send\/?\?(?:[^#]*&)?phone=)(?:%2B|\+)?(\d+)(?![^?&#/])/i;
const APP_LINK = /^whatsapp:\/\/send\/?\?(?:[^#]*&)?phone=(?:%2B|\+)?(\d+)(?![^&#])/i;
/** `49…@c.us` and `49…:12@s.whatsapp.net`, as libraries for WhatsApp Web write people. */
const PERSON_JID = /^\+?(\d+)(?:[.:_]\d+)*@(?:c\.us|s\.whatsapp\.net)$/i;

/**
 * A number as people write it, without what means nothing: plain digits of one script, signs kept. Quotation
 * marks and separators around it, a label in front, and a remark behind are removed; line breaks are kept,
 * because each line may be a number.
 */
export function plainText(input: string): string {
	const text = latinDigits(usualForm(input).replace(INVISIBLE, '')).trim();
	// Excel's way to keep a number as text.
	const value = /^=\s*"([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^=(?=\+?\d)/, '');
	const named = NAMED.exec(value)?.[1] ?? value;
	const bare = withoutSigns(named);
	const number = SCHEME.test(bare) ? bare : bare.replace(LABEL, '');
	return withoutSigns(number.replace(REMARK, ''));
}

function withoutSigns(text: string): string {
	return text.replace(BEFORE, '').replace(AFTER, '');
}

/** The digits that a link or an ID of a WhatsApp library names; they are always international. */
export function linkedNumber(text: string): string | undefined {
	return (LINK_TO_CHAT.exec(text) ?? APP_LINK.exec(text) ?? PERSON_JID.exec(text))?.[1];
}

/** Without the scheme and parameters of a `tel:` address, and without the `.0` that spreadsheets add. */
export function bareNumber(text: string): string {
	const scheme = SCHEME.exec(text)?.[0];
	const number =
		scheme === undefined ? text : text.slice(scheme.length).replace(/;(?!ext=)[^;]*|\?.*$/gis, '');
	return number
		.trim()
		.replace(/^\+{2,}/, '+')
		.replace(/^\+00(?=[1-9])/, '+')
		.replace(/^(\+?\d{6,})[.,]0+$/, '$1');
}

/** The digits of a number, with `+` or `00` kept in front; `undefined` when other signs are in it. */
export function digitsOf(text: string): string | undefined {
	const digits = text.replace(SEPARATORS, '');
	return /^\+?\d+$/.test(digits) ? digits : undefined;
}
