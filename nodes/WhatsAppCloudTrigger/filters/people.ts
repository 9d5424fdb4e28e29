import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { alternateFormat, readPhoneNumber } from '../../../cloud-api/phoneNumbers';
import { usualForm } from '../../../cloud-api/values/characters';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';

/** Zero-width characters, which pasting a number can add. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
/** A username, or a user ID such as `US.13491208655302741918`. */
const NAME = /^@?(?=.*\p{L})[\p{L}\p{N}._-]+$/u;

/**
 * The customers of the filter "Senders", as keys that events are compared with: phone numbers as
 * digits, also in their alternate format, user IDs and usernames in lower case.
 *
 * @throws InvalidInputError for an entry that is written like a phone number and is none
 */
export function senderKeys(entries: readonly string[]): ReadonlySet<string> {
	return new Set(entries.flatMap(keysOf));
}

/** Whether the customer of an event is one of these. */
export function isFromOneOf(event: WhatsAppEvent, senders: ReadonlySet<string>): boolean {
	return [event.from, event.userId, event.username, event.to].some(
		(id) => typeof id === 'string' && senders.has(id.toLowerCase()),
	);
}

/**
 * The entries of the filter "Phone Number IDs": IDs, and phone numbers of the business as digits.
 *
 * @throws InvalidInputError for an entry that is neither
 */
export function businessNumberKeys(entries: readonly string[]): ReadonlySet<string> {
	return new Set(
		entries.flatMap((entry) => {
			const text = entry.replace(INVISIBLE, '').trim();
			const number = readPhoneNumber(text);
			const keys = number.ok ? [number.value.slice(1)] : [];
			if (/^\d+$/.test(text)) return [text, ...keys];
			if (number.ok) return keys;
			throw new InvalidInputError(
				'filters',
				`Filters → Phone Number IDs: ${number.problem}`,
				'Enter phone number IDs (digits, from WhatsApp Manager → API Setup) or phone numbers with + and the country code, separated by commas.',
			);
		}),
	);
}

/** Whether an event arrived for one of these phone numbers of the business. */
export function isForOneOf(event: WhatsAppEvent, numbers: ReadonlySet<string>): boolean {
	const { phoneNumberId = '', displayPhoneNumber = '' } = event;
	return numbers.has(phoneNumberId) || numbers.has(displayPhoneNumber.replace(/\D/g, ''));
}

function keysOf(entry: string): string[] {
	const text = usualForm(entry).replace(INVISIBLE, '').trim();
	if (text === '') return [];
	if (NAME.test(text)) return [text.replace(/^@/, '').toLowerCase()];
	const strict = readPhoneNumber(text);
	const number = strict.ok ? strict : readPhoneNumber(text, { anyLength: true });
	if (!number.ok) {
		throw new InvalidInputError(
			'filters',
			`Filters → Senders: ${number.problem}`,
			'Enter phone numbers with + and the country code, e.g. +49 170 1234567, user IDs, or usernames, separated by commas.',
		);
	}
	const other = alternateFormat(number.value);
	return [number.value, ...(other === undefined ? [] : [other])].map((one) => one.slice(1));
}
