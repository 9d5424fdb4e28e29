import { parseRecipient } from './recipient';

/**
 * The WhatsApp ID of a phone number: its digits with country code. `undefined` for a number that cannot
 * be read as an international one; a contact card takes any text as a phone.
 *
 * @param defaultCountry country of national numbers, e.g. `DE`
 */
export function waIdOf(phone: string, defaultCountry?: string): string | undefined {
	try {
		const { kind, value } = parseRecipient(phone, { defaultCountry });
		return kind === 'phone' ? value.slice(1) : undefined;
	} catch {
		return undefined;
	}
}
