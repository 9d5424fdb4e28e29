import type { IExecuteFunctions } from 'n8n-workflow';
import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import { acceptedMessageId, outgoingRequest } from '../../../cloud-api/messages/outgoing';
import type { Transport, TransportResponse } from '../../../cloud-api/transport';
import type { Run } from './run';

/** Of all ledgers together; one whose next try may still come stays whatever its size. */
const MAX_ENTRIES = 20_000;
/** n8n waits at most 5 seconds before the next try. */
const NEXT_TRY_MS = 10_000;
const KEEP_MS = 3_600_000;

/**
 * What one run of a node has achieved so far, kept for the next try when the node is set to Retry On
 * Fail: n8n then runs all items again, also those whose message was accepted.
 */
export class Ledger {
	/** When a try last ended. */
	lastUsed = Date.now();
	private readonly accepted = new Map<string, TransportResponse>();
	private readonly lost = new Map<string, CloudApiError>();
	private readonly made = new Map<string, Promise<unknown>>();

	get size(): number {
		return this.accepted.size + this.lost.size + this.made.size;
	}

	recall(key: string): TransportResponse | undefined {
		return this.accepted.get(key);
	}

	/** Keeps status and body; nobody reads the headers of an acceptance again, and they are most of its size. */
	record(key: string, { status, body }: TransportResponse): void {
		this.accepted.set(key, { status, headers: {}, body });
	}

	/** Why nobody knows whether a message of an earlier try has arrived. */
	recallLost(key: string): CloudApiError | undefined {
		return this.lost.get(key);
	}

	/** Keeps that a message may have arrived although its answer was lost. */
	recordLost(key: string, reason: CloudApiError): void {
		this.lost.set(key, reason);
	}

	/** Makes a thing once in all tries, e.g. an upload; what was not made is tried again. */
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

/** Ledgers of runs that have failed so far, by execution, node and run; oldest first. */
const kept = new Map<string, Ledger>();

/**
 * The ledger of this run: the one of an earlier failed try of the same run where there is one, else a
 * new one. Executions, nodes and turns of a loop never share one.
 */
export function openLedger(context: IExecuteFunctions): Ledger {
	return kept.get(keyOf(context)) ?? new Ledger();
}

/** Keeps the ledger for the next try of a run that has failed, and drops it once all items are done. */
export function closeLedger(context: IExecuteFunctions, ledger: Ledger, complete: boolean): void {
	const key = keyOf(context);
	kept.delete(key);
	if (!complete && context.getNode().retryOnFail === true && context.getExecutionId()) {
		ledger.lastUsed = Date.now();
		kept.set(key, ledger);
	}
	forget();
}

function keyOf(context: IExecuteFunctions): string {
	const runIndex = context.evaluateExpression('{{ $runIndex }}', 0);
	return [context.getExecutionId(), context.getNode().id, String(runIndex)].join(' ');
}

function forget(): void {
	const now = Date.now();
	for (const [key, { lastUsed }] of kept) if (lastUsed < now - KEEP_MS) kept.delete(key);
	let entries = 0;
	for (const { size } of kept.values()) entries += size;
	for (const [key, { size, lastUsed }] of kept) {
		if (entries <= MAX_ENTRIES || lastUsed > now - NEXT_TRY_MS) return;
		kept.delete(key);
		entries -= size;
	}
}

/**
 * A transport for one item that notes each accepted message, and answers from the ledger what an
 * earlier try of the same run has already sent. What may have arrived then stays unknown: it is sent
 * again only when the run's options say so.
 *
 * A message is recognised by its item, its position among the messages of the item, its sender and its
 * recipient; not by its text, which may hold the time of day.
 */
export function remembered(
	transport: Transport,
	run: Run,
	ledger: Ledger,
	item: number,
): Transport {
	let position = 0;
	return async (request) => {
		const outgoing = outgoingRequest(request);
		if (!outgoing) return await transport(request);
		const key = [item, position++, outgoing.phoneNumberId, outgoing.recipient].join(' ');
		const earlier = ledger.recall(key);
		const lost = run.options.repeatUnknown ? undefined : ledger.recallLost(key);
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
