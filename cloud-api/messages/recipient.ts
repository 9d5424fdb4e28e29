import { InvalidInputError } from '../errors/cloudApiError';
import { countries, type Country } from './countries';
import { internationalNumber } from './nationalNumber';

/** Whom a message is for (Meta: Messages API, groups, business-scoped user IDs). */
export type Recipient =
	/** `+` and 7 to 15 digits. */
	| { kind: 'phone'; value: string }
	/** A business-scoped user ID, e.g. `US.13491208655302741918`. */
	| { kind: 'user'; value: string }
	| { kind: 'group'; value: string };

export interface RecipientOptions {
	/** ISO code such as `DE`: turns national numbers (0170 …) into international ones. */
	defaultCountry?: string;
	/** The input's name in the error thrown. */
	field?: string;
}

const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
/** Meta's group IDs are base64 text, longer than any phone number; WhatsApp's own end in `@g.us`. */
const GROUP_ID = /^(?:(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9+/_=-]{20,256}|\d[\d-]{9,40}@g\.us)$/;
const LINK_TO_CHAT =
	/^(?:https?:\/\/)?(?:wa\.me\/|(?:api|web|chat)\.whatsapp\.com\/send\/?\?(?:.*&)?phone=)(?:%2B|\+)?(\d+)/i;
/** Signs that phones, address books and web pages add around the digits without meaning. */
const INVISIBLE = /[\p{Cf}\p{Mn}]/gu;
const DECORATION = /[\s\p{Pd}\u2212.()[\]/·]/gu;

/**
 * Reads a recipient as people write it: a phone number with spaces, dots, dashes, parentheses, `00` or
 * `+`, full-width or Arabic digits, a `tel:` or wa.me link; a business-scoped user ID; a group ID.
 * Digits without `+` count as international unless `defaultCountry` says how to read them.
 *
 * @throws InvalidInputError when it is none of these
 */
export function parseRecipient(
	input: string,
	{ defaultCountry, field = 'recipient' }: RecipientOptions = {},
): Recipient {
	const text = input.normalize('NFKC').replace(INVISIBLE, '').trim();
	if (text === '') {
		throw new InvalidInputError(
			field,
			'The recipient is empty',
			'Enter a phone number with country code, e.g. +49 170 1234567, or a business-scoped user ID, e.g. US.13491208655302741918.',
		);
	}
	if (USER_ID.test(text)) return { kind: 'user', value: text };
	const chat = LINK_TO_CHAT.exec(text);
	if (chat) return { kind: 'phone', value: valid(`+${chat[1]}`, text, field) };
	const written = latinDigits(text.replace(/^(?:tel|whatsapp|sms):/i, '').replace(/;.*$/, ''));
	const bare = written.replace(/^\+?(\d[\d\s]*)\(0\)/, withoutTrunkInBrackets);
	const digits = bare.replace(DECORATION, '');
	if (/^\+?\d+$/.test(digits)) {
		const number = internationalNumber(digits, country(defaultCountry), (why) =>
			refuse(field, text, why),
		);
		return { kind: 'phone', value: valid(number, text, field) };
	}
	if (GROUP_ID.test(text)) return { kind: 'group', value: text };
	return refuse(field, text, HOW_TO_WRITE);
}

const HOW_TO_WRITE =
	'Enter one phone number with country code, e.g. +49 170 1234567, a business-scoped user ID, e.g. US.13491208655302741918, or a group ID.';

/** +49 (0) 170 …: the bracketed zero is only dialled inside the country. */
function withoutTrunkInBrackets(match: string, start: string): string {
	return match.startsWith('+') || start.startsWith('00') ? match.replace(/\(0\)/, '') : match;
}

function latinDigits(text: string): string {
	return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
		const code = digit.charCodeAt(0);
		const zero = code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660;
		return String(code - zero);
	});
}

function country(code: string | undefined): Country | undefined {
	const iso = code?.trim().toUpperCase();
	if (!iso) return undefined;
	const found = countries.get(iso);
	if (found) return found;
	throw new InvalidInputError(
		'defaultCountry',
		`"${code}" is not a country code`,
		'Enter the two letters of ISO 3166, e.g. DE, BR or US, or leave the option out.',
	);
}

function valid(number: string, text: string, field: string): string {
	if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
	const digits = number.length - 1;
	if (digits < 7 || digits > 15) {
		return refuse(
			field,
			text,
			`An international phone number has 7 to 15 digits, this one ${digits}. Write it with country code, e.g. +49 170 1234567.`,
		);
	}
	return refuse(field, text, HOW_TO_WRITE);
}

function refuse(field: string, text: string, how: string): never {
	const shown = [...text].slice(0, 60).join('');
	throw new InvalidInputError(
		field,
		`"${shown}" is not a phone number, business-scoped user ID or group ID`,
		how,
	);
}
