import {
	CloudApiError,
	GraphError,
	UnexpectedAnswerError,
} from '../../../cloud-api/errors/cloudApiError';
import { graphError, isErrorEnvelope } from '../../../cloud-api/errors/envelope';
import { retryDelay } from '../../../cloud-api/errors/retryDelay';
import { isRepeatable, outgoingRequest, unclearAnswer } from '../../../cloud-api/messages/outgoing';
import type { Transport, TransportRequest, TransportResponse } from '../../../cloud-api/transport';
import { pairs } from './lanes';
import { placeOf } from './paced';
import type { Run } from './run';

const THROUGHPUT = 130429;
const PAIR_LIMIT = 131056;

/**
 * A transport that sends a refused request again where the table of codes says that this helps, and
 * makes the whole number wait where Meta asks for it. What cannot succeed for any item halts the run.
 *
 * A message that may have reached Meta is repeated only when the run's options say so.
 */
export function repeated(transport: Transport, run: Run): Transport {
	return async (request) => {
		const isMessage = outgoingRequest(request) !== undefined;
		const repeatable = isMessage ? run.options.repeatUnknown : isRepeatable(request);
		const startedAt = performance.now();
		let mayHaveArrived = false;
		for (let repeats = 0; ; repeats++) {
			const { response, refusal } = await attempt(transport, request);
			if (!refusal) return response;
			if (refusal.retry === 'stop') run.halt(refusal);
			mayHaveArrived ||= isMessage && refusal.mayHaveReachedMeta;
			const seconds = retryDelay(refusal, { repeats, repeatable, random: Math.random() });
			const waitedMs = performance.now() - startedAt;
			if (seconds === undefined || waitedMs + seconds * 1000 > run.options.longestWaitMs) {
				if (mayHaveArrived) unknown(refusal);
				if (response && seconds === undefined && !mayHaveArrived) return response;
				const tried = repeats > 0 ? waitedMs / 1000 : undefined;
				throw seconds === undefined ? refusal : gaveUp(refusal, tried, seconds);
			}
			makeOthersWait(request, refusal, seconds, run);
			await waitOr(run, seconds * 1000, mayHaveArrived ? unknown(refusal) : undefined);
		}
	};
}

/** An earlier try may have arrived, whatever became of the last one. */
function unknown(refusal: CloudApiError): CloudApiError {
	refusal.details.outcome = 'unknown';
	return refusal;
}

/** Waits; a run that ends meanwhile rejects with `instead` where that says more. */
async function waitOr(run: Run, ms: number, instead: CloudApiError | undefined): Promise<void> {
	try {
		await run.wait(ms);
	} catch (error) {
		return await Promise.reject(instead ?? error);
	}
}

type Outcome =
	| { response: TransportResponse; refusal?: undefined }
	| { response?: TransportResponse; refusal: CloudApiError };

async function attempt(transport: Transport, request: TransportRequest): Promise<Outcome> {
	try {
		const response = await transport(request);
		const refusal =
			refusalIn(response) ?? (outgoingRequest(request) ? unclearAnswer(response) : undefined);
		return refusal ? { response, refusal } : { response };
	} catch (error) {
		return error instanceof CloudApiError ? { refusal: error } : Promise.reject(error);
	}
}

function refusalIn({ status, headers, body }: TransportResponse): CloudApiError | undefined {
	if (isErrorEnvelope(body)) return graphError(body, status, headers);
	if (status < 500) return undefined;
	return new UnexpectedAnswerError(
		`Meta's side answered with HTTP ${status} and no reason`,
		'This often passes by itself. Where the outcome is "unknown", look whether the message has arrived before you repeat it.',
		status,
		'',
	);
}

/** A throttle concerns the whole number or the pair, not one item. */
function makeOthersWait(
	request: TransportRequest,
	refusal: CloudApiError,
	seconds: number,
	run: Run,
): void {
	if (refusal.retry !== 'throttled') return;
	const { lane, pair } = placeOf(request, run);
	const code = refusal instanceof GraphError ? refusal.envelope.code : undefined;
	const now = performance.now();
	if (code === PAIR_LIMIT && pair !== undefined) {
		pairs.exhaust(pair, now + seconds * 1000, now);
		return;
	}
	lane.pause(seconds * 1000);
	if (code === THROUGHPUT) lane.slowDown();
}

/** @param tried seconds since the first try, where there was more than one */
function gaveUp(refusal: CloudApiError, tried: number | undefined, needed: number): CloudApiError {
	if (!(refusal instanceof GraphError)) return refusal;
	const { explanation, envelope, status, headers } = refusal;
	const story =
		tried !== undefined
			? `The node has repeated the request for ${Math.ceil(tried)} seconds and would have to wait ${Math.ceil(needed)} more`
			: `The node would have to wait ${Math.ceil(needed)} seconds before the next try`;
	const fix = `${explanation.fix} ${story}, which is more than Longest Wait in the sending options allows.`;
	const told = new GraphError({ ...explanation, fix }, envelope, status, headers);
	Object.assign(told.details, { outcome: refusal.details.outcome, waitSeconds: Math.ceil(needed) });
	return told;
}
