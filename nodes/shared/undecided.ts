import type { Reach, ReachableNumber } from '../../cloud-api/accounts/reach';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';

/** IDs listed in an error at most. */
const MAX_LISTED = 5;

/**
 * Why a default cannot be derived from the token: it can access several accounts or phone numbers, or none.
 * `undefined` where Meta did not say what it can access.
 */
export function undecidedError(
	{ reach, kind }: { reach?: Reach; kind: 'accessToken' | 'oAuth2' },
	field: 'businessAccountId' | 'phoneNumberId',
	purpose: string,
): InvalidInputError | undefined {
	if (!reach || reach.accounts.length === 0) return undefined;
	const isNumber = field === 'phoneNumberId';
	const choices = isNumber ? reach.numbers.map(describe) : reach.accounts;
	const what = isNumber ? 'phone number' : 'WhatsApp Business Account';
	const label = isNumber ? 'Default Phone Number ID' : 'WhatsApp Business Account ID';
	if (choices.length === 0) {
		return new InvalidInputError(
			`credential.${field}`,
			`The token of the credential can access no ${what}, which is required ${purpose}`,
			`Add a phone number to the account in WhatsApp Manager${kind === 'oAuth2' ? ', or reconnect the credential and select another account' : ''}.`,
		);
	}
	const more = choices.length > MAX_LISTED ? `, and ${choices.length - MAX_LISTED} more` : '';
	return new InvalidInputError(
		`credential.${field}`,
		`The token of the credential can access ${choices.length} ${what}s, and none is chosen ${purpose}`,
		`Choose one in this node, or open the credential and fill in "${label}": ${choices.slice(0, MAX_LISTED).join(', ')}${more}.`,
	);
}

function describe({ phoneNumberId, phoneNumber, name }: ReachableNumber): string {
	const about = [phoneNumber, name].filter(Boolean).join(', ');
	return about ? `${phoneNumberId} (${about})` : phoneNumberId;
}
