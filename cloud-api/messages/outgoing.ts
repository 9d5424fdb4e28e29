import { UnexpectedAnswerError } from '../errors/cloudApiError';
import { isErrorEnvelope } from '../errors/envelope';
import type { TransportResponse } from '../transport';

/**
 * A recipient in the form that rate limits, ledger, and order compare: letters and digits only, so that
 * `+49 170 1234567`, `491701234567`, and `+49-170-1234567` are one person.
 */
export function recipientKey(recipient: string): string {
	return recipient.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The ID of the accepted message; `undefined` when the answer does not accept one. */
export function acceptedMessageId({ status, body }: TransportResponse): string | undefined {
	if (status < 200 || status >= 300 || typeof body !== 'object' || body === null) return undefined;
	const { messages } = body as { messages?: unknown };
	const id = Array.isArray(messages)
		? (messages[0] as { id?: unknown } | undefined)?.id
		: undefined;
	return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}

/**
 * The error for an answer to a message that has a success status but neither accepts nor rejects it, e.g.
 * the page of a gateway, or a message ID together with an error: whether Meta accepted it is unknown.
 */
export function unclearAnswer(response: TransportResponse): UnexpectedAnswerError | undefined {
	const { status, body } = response;
	const accepted = acceptedMessageId(response) !== undefined;
	if (status >= 300 || accepted !== isErrorEnvelope(body)) return undefined;
	return new UnexpectedAnswerError(
		accepted
			? `The answer with HTTP ${status} contains both a message ID and an error`
			: `The answer with HTTP ${status} contains no message ID`,
		'Check whether the message has arrived before you send it again. Check the Base URL of the credential, and whether a proxy or gateway answers instead of Meta.',
		response.status,
		JSON.stringify(response.body ?? '').slice(0, 200),
	);
}
