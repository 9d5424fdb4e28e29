import {
	ConnectionError,
	GraphError,
	UnexpectedAnswerError,
	type CloudApiError,
} from './cloudApiError';

export interface Attempt {
	/** How often the request was retried: 0 after the first try. */
	retries: number;
	/** Whether sending it twice does no harm, so that it may be retried after a lost answer. */
	repeatable: boolean;
	/** Between 0 and 1, for the jitter. */
	random: number;
}

const MAX_TRANSIENT_RETRIES = 4;
const MINUTE = 60;
/** Meta's own advice for the pair limit: 4^n seconds (Meta: error codes). */
const PAIR_LIMIT = 131056;
/** A sliding second has capacity again after a fraction of it; the phone number sends more slowly from then on. */
const THROUGHPUT = 130429;
const THROUGHPUT_SECONDS = 0.25;

/**
 * Seconds to wait before the same request is retried; `undefined` when it must not be.
 *
 * The headers of the answer come first, then the pause that the table states for the code, then an
 * exponential backoff with jitter.
 */
export function retryDelay(error: CloudApiError, attempt: Attempt): number | undefined {
	if (error.retry !== 'throttled' && error.retry !== 'transient') return undefined;
	if (error.mayHaveReachedMeta && !attempt.repeatable) return undefined;
	if (error.retry === 'transient' && attempt.retries >= MAX_TRANSIENT_RETRIES) return undefined;
	const asked =
		error instanceof GraphError || error instanceof UnexpectedAnswerError
			? askedFor(error.headers)
			: undefined;
	if (asked !== undefined) return asked + attempt.random;
	return backoff(error, attempt);
}

function backoff(error: CloudApiError, { retries, random }: Attempt): number {
	const jitter = 0.75 + random / 2;
	if (error instanceof ConnectionError) return 0.5 * 2 ** retries * jitter;
	const { code } = error instanceof GraphError ? error.envelope : { code: undefined };
	if (code === PAIR_LIMIT) return Math.min(4 ** (retries + 1), 256) * jitter;
	if (code === THROUGHPUT) return Math.min(THROUGHPUT_SECONDS * 2 ** retries, 30) * jitter;
	const first = (error instanceof GraphError && error.explanation.waitSeconds) || 1;
	return Math.min(first * 2 ** retries, 5 * MINUTE) * jitter;
}

/**
 * Seconds that the answer asks the client to wait: `Retry-After`, or the longest
 * `estimated_time_to_regain_access` (minutes) of `X-Business-Use-Case-Usage`, or a minute when
 * `X-App-Usage` reports that the calls of this hour are used up.
 *
 * @param headers names in lower case
 */
export function askedFor(headers: Record<string, string>, now = Date.now()): number | undefined {
	const retryAfter = headers['retry-after'];
	if (retryAfter !== undefined) {
		const seconds = /^\d+$/.test(retryAfter.trim())
			? Number(retryAfter)
			: (Date.parse(retryAfter) - now) / 1000;
		if (Number.isFinite(seconds)) return Math.max(0, seconds);
	}
	const regain = Object.values(json(headers['x-business-use-case-usage']))
		.flatMap((uses) => (Array.isArray(uses) ? (uses as unknown[]) : []))
		.map((use) => Number(property(use, 'estimated_time_to_regain_access')))
		.filter((minutes) => minutes > 0);
	if (regain.length > 0) return Math.max(...regain) * MINUTE;
	const shares = Object.values(json(headers['x-app-usage'])).map(Number);
	return shares.some((share) => share >= 100) ? MINUTE : undefined;
}

function json(text: string | undefined): Record<string, unknown> {
	if (!text) return {};
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;
}
