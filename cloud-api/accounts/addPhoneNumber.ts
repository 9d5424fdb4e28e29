import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { countries } from '../phoneNumbers/countries';
import { readPhoneNumber } from '../phoneNumbers/read';
import { text } from '../webhooks/read';

/**
 * Adds a phone number to a WhatsApp Business Account. It must then be verified (Request Code, Verify Code)
 * and registered.
 *
 * @param phone with country code, in any common format
 * @param verifiedName the display name, which Meta reviews
 * @returns the phone number ID
 * @throws InvalidInputError when the number or the name is invalid
 */
export async function addPhoneNumber(
	graph: GraphApi,
	accountId: string,
	phone: string,
	verifiedName: string,
): Promise<string> {
	const account = graphId(accountId, 'account', 'The WhatsApp Business Account ID');
	const read = readPhoneNumber(phone);
	if (!read.ok) throw new InvalidInputError('phone', read.problem, read.fix);
	const name = verifiedName.trim();
	if (name === '') {
		throw new InvalidInputError(
			'verifiedName',
			'The display name is empty',
			'Enter the name that customers see. Meta reviews it.',
		);
	}
	const { cc, rest } = split(read.value.slice(1));
	const answer = await graph.post(`${account}/phone_numbers`, {
		cc,
		phone_number: rest,
		verified_name: name,
	});
	return text(answer.id) ?? '';
}

/** Country calling codes are prefix-free, so at most one fits. */
function split(digits: string): { cc: string; rest: string } {
	const codes = new Set([...countries.values()].map(({ callingCode }) => callingCode));
	const length = [1, 2, 3].find((size) => codes.has(digits.slice(0, size))) ?? 1;
	return { cc: digits.slice(0, length), rest: digits.slice(length) };
}
