import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import { acceptedMessageId } from '../../../cloud-api/messages/outgoing';
import type { Transport, TransportResponse } from '../../../cloud-api/transport';
import type { Run } from './run';

/**
 * What one run of a node has sent so far, kept for its retries: n8n's Retry On Fail runs all items again,
 * including those whose message was accepted.
 */
export class Ledger {
	/** When a try last ended. */
	lastUsed = Date.now();
	/** Tries that have failed. */
	tries = 0;
	private readonly accepted = new Map<string, TransportResponse>();
	private readonly lost = new Map<string, CloudApiError>();
	private readonly made = new Map<string, Promise<unknown>>();

	get size(): number {
		return this.accepted.size + this.lost.size + this.made.size;
	}

	recall(key: string): TransportResponse | undefined {
		return this.accepted.get(key);
	}

	/** Keeps status and body; the headers of an acceptance are not needed again and are most of its size. */
	record(key: string, { status, body }: TransportResponse): void {
		this.accepted.set(key, { status, headers: {}, body });
	}

	/** Why the outcome of a message of an earlier try is unknown. */
	recallLost(key: string): CloudApiError | undefined {
		return this.lost.get(key);
	}

	/** Records that a message may have arrived although its answer was lost. */
	recordLost(key: string, reason: CloudApiError): void {
		this.lost.set(key, reason);
	}

	/** Does a thing once in all tries, e.g. an upload; what failed is done again. */
	async once<T>(key: string, make: () => Promise<T>): Promise<T> {
		let promise = this.made.get(key) as Promise<T> | undefined;
		if (!promise) {
			promise = make();
			this.made.set(key, promise);
			promise.catch(() => this.made.delete(key));
		}
		return await promise;
	}
}

/**
 * A transport for one item that records each accepted message, and answers from the ledger what an
 * earlier try of the same run has already sent. A message that may have arrived stays unknown: it is sent
 * again only when the run's options say so.
 *
 * A message is identified by its item, its position among the messages of the item, its sender, and its
 * recipient; not by its text, which may contain the time of day.
 */
export function withLedger(
	transport: Transport,
	run: Run,
	ledger: Ledger,
	item: number,
): Transport {
	let position = 0;
	return async (request) => {
		const { message } = request;
		if (!message) return await transport(request);
		const key = [item, position++, message.phoneNumberId, message.recipient].join(' ');
		const earlier = ledger.recall(key);
		const lost = run.options.retryUnknown ? undefined : ledger.recallLost(key);
		if (lost) throw lost;
		const response =
			earlier ??
			(await transport(request).catch((error: unknown) => {
				if (mayHaveArrived(error)) ledger.recordLost(key, error);
				return Promise.reject<TransportResponse>(error);
			}));
		const messageId = acceptedMessageId(response);
		if (messageId === undefined) return response;
		run.accepted.push({ item, messageId });
		if (!earlier) ledger.record(key, response);
		return response;
	};
}

function mayHaveArrived(error: unknown): error is CloudApiError {
	return (
		error instanceof CloudApiError &&
		(error.mayHaveReachedMeta || error.details.outcome === 'unknown')
	);
}
