import { CloudApiError, GraphError } from '../../../cloud-api/errors/cloudApiError';

/**
 * Whether a question to Meta had no answer: no connection, something in between that answered instead,
 * or an error that passes. A rejection is an answer.
 */
export function isUnanswered(error: unknown): boolean {
	if (!(error instanceof CloudApiError)) return false;
	if (error instanceof GraphError) return isWorthRetrying(error);
	return error.name === 'ConnectionError' || error.name === 'UnexpectedAnswerError';
}

/** Whether trying again later may help. */
export function isWorthRetrying(error: unknown): boolean {
	return (
		error instanceof CloudApiError && (error.retry === 'transient' || error.retry === 'throttled')
	);
}
