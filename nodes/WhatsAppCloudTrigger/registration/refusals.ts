import { GraphError, InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { isLocalHost, MAX_OVERRIDE_URL, unreachableReason } from '../callbackUrl';
import { appLevelOnly } from '../eventChoices';
import type { Plan, Wish } from './plan';

const WEBHOOK_URL_HINT =
	'Give n8n its public https address (environment variable WEBHOOK_URL), e.g. that of your domain or of a tunnel, and publish (activate) the workflow again.';

/** Whatever can be known before Meta is asked. @throws InvalidInputError */
export function refuseImpossible({ url, choices, registerFor, credential }: Wish): void {
	if (choices.length === 0) {
		throw new InvalidInputError(
			'events',
			'No event is chosen, so nothing would ever arrive',
			'Choose at least one event, e.g. "Message".',
		);
	}
	const never = registerFor === 'app' ? [] : appLevelOnly(choices);
	if (never.length > 0) {
		throw new InvalidInputError(
			'events',
			`Meta never sends ${never.map(({ name }) => `"${name}"`).join(', ')} to the callback of a number or an account`,
			'Set Register For to "Whole App" to receive them, best in a workflow of their own, or take them off the list.',
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
	if (registerFor !== 'app' && url.length > MAX_OVERRIDE_URL) {
		throw new InvalidInputError(
			'callback',
			`The callback ${url} has ${url.length} characters; Meta takes at most ${MAX_OVERRIDE_URL}`,
			'Use a shorter address for n8n, or set Register For to "Whole App".',
		);
	}
}

/** Meta called the callback and did not get the right answer (code 2200): says what that usually means. */
export function notVerified(error: unknown, url: string): unknown {
	if (!(error instanceof GraphError) || error.envelope.code !== 2200) return error;
	const reason = error.envelope.message
		.replace(/^\(#2200\)\s*/, '')
		.replace(/^Callback verification failed with the following errors?:\s*/i, '')
		// The answer that Meta saw may repeat what was asked.
		.slice(0, 200);
	return new InvalidInputError(
		'callback',
		`Meta called ${url} to verify it and did not get the right answer: ${reason}`,
		`Check that the address answers from outside your network, that a proxy in front of n8n passes GET and POST below this path on unchanged, and that it has a valid certificate. ${WEBHOOK_URL_HINT}`,
	);
}

/** Somebody else's callback stands where ours should go. */
export function occupied(plan: Plan, standing: string): InvalidInputError {
	const where = plan.level.title;
	if (plan.isTest) {
		return new InvalidInputError(
			'registerFor',
			`${capital(where)} already delivers to ${standing}, which only its owner can put back after a test`,
			'It was left as it is. Test with a phone number of its own (Register For: Phone Number), or publish (activate) the workflow with the option "Take Over Callback" if it may replace that callback for good.',
		);
	}
	return new InvalidInputError(
		'registerFor',
		`${capital(where)} already delivers to ${standing}, which is not this workflow`,
		`It was left as it is. Either register for something else (another phone number, the account, the whole app), or unpublish (deactivate) what runs there, or switch on the option "Take Over Callback" to replace it.`,
	);
}

/** The app's own field list lacks something, and its callback is not ours to touch. */
export function fieldsMissing(
	appId: string,
	missing: readonly string[],
	standing: string,
): InvalidInputError {
	return new InvalidInputError(
		'events',
		`The Meta app ${appId} is not subscribed to ${missing.join(', ')}, so nothing of it would arrive`,
		`Its own callback ${standing} is not this package's and was left as it is. Open App dashboard → WhatsApp → Configuration → Webhook fields and subscribe to ${missing.join(', ')}; then publish (activate) the workflow again.`,
	);
}

function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
