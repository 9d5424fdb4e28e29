import {
	CloudApiError,
	GraphError,
	UnexpectedAnswerError,
} from '../../../cloud-api/errors/cloudApiError';
import { graphError, isErrorEnvelope } from '../../../cloud-api/errors/envelope';
import { isIdempotent } from '../../../cloud-api/errors/outcome';
import { askedFor, retryDelay } from '../../../cloud-api/errors/retryDelay';
import { unclearAnswer } from '../../../cloud-api/messages/outgoing';
import type {
	Authentication,
	Transport,
	TransportRequest,
	TransportResponse,
} from '../../../cloud-api/transport';
import type { Run } from './run';
import { pairs } from './sendQueue';
import { queueOf } from './withRateLimit';

const THROUGHPUT = 130429;
const PAIR_LIMIT = 131056;
const TOO_MANY_REQUESTS = 429;

/**
 * A transport that retries a rejected request where the error table says that this helps, and pauses the
 * whole phone number where Meta asks for it. What cannot succeed for any item halts the run.
 *
 * A message that may have reached Meta is retried only when the run's options say so.
 */
export function withRetries(transport: Transport, run: Run): Transport {
	return async (request) => {
		const isMessage = request.message !== undefined;
		const repeatable = isMessage ? run.options.retryUnknown : isIdempotent(request);
		const startedAt = performance.now();
		let mayHaveArrived = false;
		for (let retries = 0; ; retries++) {
			const { response, rejection } = await attempt(transport, request);
			if (!rejection) return response;
			if (rejection.retry === 'stop') run.halt(rejection);
			mayHaveArrived ||= isMessage && rejection.mayHaveReachedMeta;
			const seconds = retryDelay(rejection, { retries, repeatable, random: Math.random() });
			const waitedMs = performance.now() - startedAt;
			if (seconds === undefined || waitedMs + seconds * 1000 > run.options.maxRetryMs) {
				if (mayHaveArrived) markUnknown(rejection);
				if (response && seconds === undefined && !mayHaveArrived) return response;
				const tried = retries > 0 ? waitedMs / 1000 : undefined;
				throw seconds === undefined ? rejection : gaveUp(rejection, tried, seconds);
			}
			pauseOthers(request, rejection, seconds, run);
			await waitOr(run, seconds * 1000, mayHaveArrived ? markUnknown(rejection) : undefined);
		}
	};
}

/** An earlier try may have arrived, whatever happened to the last one. */
function markUnknown(rejection: CloudApiError): CloudApiError {
	rejection.details.outcome = 'unknown';
	return rejection;
}

/** Waits; a run that ends meanwhile rejects with `instead` where there is one. */
async function waitOr(run: Run, ms: number, instead: CloudApiError | undefined): Promise<void> {
	try {
		await run.wait(ms);
	} catch (error) {
		return await Promise.reject(instead ?? error);
	}
}

type Outcome =
	| { response: TransportResponse; rejection?: undefined }
	| { response?: TransportResponse; rejection: CloudApiError };

async function attempt(transport: Transport, request: TransportRequest): Promise<Outcome> {
	try {
		const response = await transport(request);
		const rejection =
			(request.message && unclearAnswer(response)) ?? rejectionIn(response, request.authentication);
		return rejection ? { response, rejection } : { response };
	} catch (error) {
		return error instanceof CloudApiError ? { rejection: error } : Promise.reject(error);
	}
}

function rejectionIn(
	{ status, headers, body }: TransportResponse,
	authentication: Authentication,
): CloudApiError | undefined {
	if (isErrorEnvelope(body)) return graphError(body, status, headers, authentication);
	if (status < 500 && status !== TOO_MANY_REQUESTS) return undefined;
	return new UnexpectedAnswerError(
		`The server answered with HTTP ${status} and no reason`,
		'Try again in a few minutes. If the outcome is "unknown", check whether the message has arrived before you send it again.',
		status,
		'',
		headers,
	);
}

/** A throttle applies to the whole phone number or to the pair, not to one item. */
function pauseOthers(
	request: TransportRequest,
	rejection: CloudApiError,
	seconds: number,
	run: Run,
): void {
	if (rejection.retry !== 'throttled') return;
	const { queue, pair } = queueOf(request, run);
	const code = rejection instanceof GraphError ? rejection.envelope.code : undefined;
	const now = performance.now();
	if (code === PAIR_LIMIT && pair !== undefined) {
		pairs.exhaust(pair, now + seconds * 1000, now);
		return;
	}
	// Where Meta does not say for how long, the queue knows better when there is room again.
	const isAsked = rejection instanceof GraphError && askedFor(rejection.headers) !== undefined;
	if (code === THROUGHPUT) queue.slowDown();
	if (code !== THROUGHPUT || isAsked) queue.pause(seconds * 1000);
}

/** @param tried seconds since the first try, where there was more than one */
function gaveUp(
	rejection: CloudApiError,
	tried: number | undefined,
	needed: number,
): CloudApiError {
	if (!(rejection instanceof GraphError)) return rejection;
	const { explanation, envelope, status, headers } = rejection;
	const wait = Math.ceil(needed);
	const history =
		tried !== undefined
			? `The node retried the request for ${Math.ceil(tried)} seconds and would have to wait ${wait} more`
			: `The node would have to wait ${wait} seconds before it can retry`;
	const fix = `${explanation.fix} ${history}, which is more than "Max Retry Time (Seconds)" under "Delivery Options" allows.`;
	const reported = new GraphError({ ...explanation, fix }, envelope, status, headers);
	Object.assign(reported.details, { outcome: rejection.details.outcome, waitSeconds: wait });
	return reported;
}
