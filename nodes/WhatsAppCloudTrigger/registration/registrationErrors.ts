import { GraphError, InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { isLocalHost, MAX_OVERRIDE_URL, unreachableReason } from '../../shared/callbackUrl';
import { appLevelOnly } from '../eventChoices';
import type { Plan } from './plan';
import type { RegistrationRequest } from './request';

const WEBHOOK_URL_HINT =
	'Set the environment variable WEBHOOK_URL (N8N_WEBHOOK_URL in newer versions) to the public https address of n8n, e.g. that of your domain or tunnel, and publish (activate) the workflow again.';

/** Rejects what cannot work, before Meta is asked. @throws InvalidInputError */
export function checkRequest({ url, choices, target, credential }: RegistrationRequest): void {
	if (choices.length === 0) {
		throw new InvalidInputError(
			'events',
			'No event is chosen, so nothing would ever arrive',
			'Choose at least one event, e.g. "Message".',
		);
	}
	const never = target === 'app' ? [] : appLevelOnly(choices);
	if (never.length > 0) {
		throw new InvalidInputError(
			'events',
			`Meta never sends ${never.map(({ name }) => `"${name}"`).join(', ')} to the callback of a phone number or an account`,
			'Set Register For to "Automatic" or "Whole App" to receive them, or remove them from the list.',
		);
	}
	// A sandbox or gateway on this machine or network reaches local addresses; Meta does not.
	const reason = isLocalHost(new URL(credential.baseUrl).hostname)
		? undefined
		: unreachableReason(url);
	if (reason) {
		throw new InvalidInputError(
			'callback',
			`Meta cannot reach this workflow at ${url}: ${reason}`,
			`Nothing was registered. ${WEBHOOK_URL_HINT}`,
		);
	}
	if (target !== 'app' && url.length > MAX_OVERRIDE_URL) {
		throw new InvalidInputError(
			'callback',
			`The callback URL ${url} has ${url.length} characters; Meta allows at most ${MAX_OVERRIDE_URL}`,
			'Use a shorter address for n8n, or set Register For to "Whole App".',
		);
	}
}

/** Meta called the callback and did not get the right answer (code 2200): says what that usually means. */
export function notVerified(error: GraphError, url: string): InvalidInputError {
	const reason = error.envelope.message
		.replace(/^\(#2200\)\s*/, '')
		.replace(/^Callback verification failed with the following errors?:\s*/i, '')
		// The answer that Meta got may repeat what was asked.
		.slice(0, 200);
	return new InvalidInputError(
		'callback',
		`Meta called ${url} to verify it and did not get the right answer: ${reason}`,
		`Check that the address answers from outside your network, that a proxy in front of n8n passes GET and POST below this path on unchanged, and that it has a valid certificate. ${WEBHOOK_URL_HINT}`,
	);
}

/** Meta rejects the callback of a phone number with (#200), as it does for coexistence numbers. */
export function noNumberCallback(
	plan: Plan,
	error: GraphError,
	isOnBusinessApp: boolean | undefined,
): InvalidInputError {
	const cause = isOnBusinessApp
		? 'The phone number is also used in the WhatsApp Business app (coexistence)'
		: `This is expected for a phone number that is also used in the WhatsApp Business app (coexistence). If it is not, the system user lacks full control of the account. Meta says: “${error.envelope.message}”`;
	return new InvalidInputError(
		'registerFor',
		`Set Register For to "WhatsApp Business Account", "Whole App", or "Manually": Meta does not allow an override for ${plan.level.title}`,
		`${cause}. Nothing was registered.`,
	);
}

/** The app's list of fields lacks something, and its callback is not ours to change. */
export function fieldsMissing(
	appId: string,
	missing: readonly string[],
	callback: string,
): InvalidInputError {
	return new InvalidInputError(
		'events',
		`The Meta app ${appId} is not subscribed to ${missing.join(', ')}, so none of its events would arrive`,
		`Open App dashboard → WhatsApp → Configuration → Webhook fields and subscribe to ${missing.join(', ')}; then publish (activate) the workflow again. The app's callback is not this workflow's and was not changed: ${callback}`,
	);
}

export function notInAccount({ level, businessAccountId }: Plan): InvalidInputError {
	return new InvalidInputError(
		'phoneNumber',
		`Choose a phone number of the WhatsApp Business Account ${businessAccountId}, or enter the ID of the number's account in the credential: ${level.title} does not belong to this account, so its events would not arrive`,
		'Nothing was registered. Account → Diagnose lists the accounts of the token with their numbers.',
	);
}

export function notRegistered({ level }: Plan): InvalidInputError {
	return new InvalidInputError(
		'phoneNumber',
		`Register the phone number first (operation Phone Number → Register): ${level.title} is not registered with the Cloud API, so it receives nothing`,
		'Nothing was changed.',
	);
}

export function allShadowed({ level }: Plan, numbers: readonly string[]): InvalidInputError {
	return new InvalidInputError(
		'registerFor',
		`Set Register For to "Phone Number", or unpublish the workflows that have these numbers: every phone number of ${level.title} already has an override (${numbers.join(', ')}), so nothing would arrive here`,
		'Meta delivers to the override of the phone number first. Nothing was changed.',
	);
}
