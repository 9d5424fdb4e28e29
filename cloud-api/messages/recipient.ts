import { InvalidInputError } from '../errors/cloudApiError';
import type { Country } from '../phoneNumbers/countries';
import { findCountry, readPhoneNumber } from '../phoneNumbers/read';
import { usualForm } from '../values/characters';
import { shortened } from '../values/reading';

/** The recipient of a message (Meta: Messages API, groups, business-scoped user IDs). */
export type Recipient =
	/** `+` and 7 to 15 digits. */
	| { kind: 'phone'; value: string }
	/** A business-scoped user ID, e.g. `US.13491208655302741918`. */
	| { kind: 'user'; value: string }
	| { kind: 'group'; value: string };

export interface RecipientOptions {
	/** ISO code such as `DE`: turns national numbers (0170 …) into international ones. */
	defaultCountry?: string;
	/** Accept phone numbers whose length does not fit their country. */
	allowUnusualNumbers?: boolean;
	/** The input's name in the error thrown. */
	field?: string;
}

const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Group IDs of the Cloud API are base64 text, longer than any phone number. */
const GROUP_ID = /^(?=[^A-Za-z]*[A-Za-z])(?=\D*\d)[A-Za-z0-9+/_=-]{20,256}$/;

/**
 * Reads a recipient: a phone number in any common format (see `readPhoneNumber`), a business-scoped user
 * ID, or a group ID.
 *
 * @throws InvalidInputError when it is none of these; the description says how to write it
 */
export function parseRecipient(
	input: string,
	{ defaultCountry, allowUnusualNumbers, field = 'recipient' }: RecipientOptions = {},
): Recipient {
	const text = usualForm(input)
		.replace(/\p{Cf}/gu, '')
		.trim();
	if (text === '') {
		throw new InvalidInputError(
			field,
			'The recipient is empty',
			'Enter a phone number with country code, e.g. +49 170 1234567, or a business-scoped user ID, e.g. US.13491208655302741918.',
		);
	}
	if (USER_ID.test(text)) return { kind: 'user', value: text };
	if (GROUP_ID.test(text) && !UUID.test(text)) return { kind: 'group', value: text };
	const number = readPhoneNumber(input, {
		country: countryOf(defaultCountry),
		anyLength: allowUnusualNumbers,
	});
	if (number.ok) return { kind: 'phone', value: number.value };
	if (/[A-Za-z]/.test(text) && number.problem.endsWith('is not a phone number')) {
		throw new InvalidInputError(
			field,
			`"${shortened(text)}" is not a phone number, business-scoped user ID, or group ID`,
			'Enter one phone number with country code, e.g. +49 170 1234567, a business-scoped user ID, e.g. US.13491208655302741918, or a group ID.',
		);
	}
	throw new InvalidInputError(field, number.problem, number.fix);
}

/** @throws InvalidInputError for an unknown code */
function countryOf(code = ''): Country | undefined {
	if (code.trim() === '') return undefined;
	const country = findCountry(code);
	if (country) return country;
	throw new InvalidInputError(
		'defaultCountry',
		`"${shortened(code)}" is not a country code`,
		'Enter the two-letter ISO 3166 code, e.g. DE, BR, or US, or remove the option.',
	);
}
