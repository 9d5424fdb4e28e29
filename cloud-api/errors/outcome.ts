import type { TransportRequest } from '../transport';
import type { CloudApiError } from './cloudApiError';

/** Whether sending the request twice has the same effect as sending it once. */
export function isIdempotent({ method, idempotent = method === 'GET' }: TransportRequest): boolean {
	return idempotent;
}

/**
 * Makes the outcome of an error true for its request: only a message that was sent can be `unknown`.
 * Without a message nothing reached a recipient; a write that may have changed something says
 * `mayHaveTakenEffect` instead.
 */
export function settleOutcome<E extends CloudApiError>(error: E, request: TransportRequest): E {
	if (request.message || error.details.outcome !== 'unknown') return error;
	if (isIdempotent(request)) {
		error.details.outcome = 'not sent';
	} else {
		delete error.details.outcome;
		error.details.mayHaveTakenEffect = true;
	}
	return error;
}
