import type { Explanation, RetryClass } from './types';
import { withoutSecrets } from './withoutSecrets';

/** The base of all errors that `cloud-api` throws: `message` says what happened, `description` how to fix it. */
export abstract class CloudApiError extends Error {
	abstract readonly description: string;
	abstract readonly retry: RetryClass;
	/**
	 * Facts for support and for branching; never contains a secret. `outcome` is `not sent`, `rejected`, or
	 * `unknown` (the request may have taken effect).
	 */
	abstract readonly details: Record<string, unknown>;
	/** Whether Meta may have acted on the request although no acceptance was received. */
	readonly mayHaveReachedMeta: boolean = false;
}

/**
 * Invalid input; thrown before anything is sent.
 *
 * `field` is the name of the input in `cloud-api` (a path such as `buttons[3].title`), which the caller
 * translates into the label that its user sees.
 */
export class InvalidInputError extends CloudApiError {
	readonly retry = 'never';
	readonly details: Record<string, unknown>;

	constructor(
		readonly field: string,
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidInputError';
		this.details = { field, outcome: 'not sent' };
	}
}

/** Reasons for a failed connection that may be temporary. */
const TEMPORARY = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** No HTTP answer was received: the host is down, unknown, too slow, or closed the connection. */
export class ConnectionError extends CloudApiError {
	readonly retry: RetryClass;
	readonly details: Record<string, unknown>;

	constructor(
		message: string,
		readonly description: string,
		/** `false` when the connection was never made, so that a retry cannot send anything twice. */
		override readonly mayHaveReachedMeta: boolean,
		/** The system's code, e.g. `ECONNREFUSED`. */
		readonly reason: string,
	) {
		super(message);
		this.name = 'ConnectionError';
		this.retry = mayHaveReachedMeta || TEMPORARY.has(reason) ? 'transient' : 'never';
		this.details = { reason, outcome: mayHaveReachedMeta ? 'unknown' : 'not sent' };
	}
}

/** An answer that is not from the Graph API: HTML from a proxy, an empty page, broken JSON. */
export class UnexpectedAnswerError extends CloudApiError {
	readonly retry: RetryClass;
	readonly details: Record<string, unknown>;
	override readonly mayHaveReachedMeta: boolean;

	constructor(
		message: string,
		readonly description: string,
		readonly status: number,
		readonly bodyStart: string,
		/** Headers of the answer, e.g. `retry-after`; names in lower case. */
		readonly headers: Record<string, string> = {},
	) {
		super(message);
		this.name = 'UnexpectedAnswerError';
		this.retry = status === 429 ? 'throttled' : status >= 500 ? 'transient' : 'never';
		// A redirect, a 4xx, and a 503 reject the request; any other 5xx may follow Meta's acceptance.
		this.mayHaveReachedMeta = status < 300 || (status >= 500 && status !== 503);
		this.details = {
			httpStatus: status,
			bodyStart: withoutSecrets(bodyStart),
			outcome: this.mayHaveReachedMeta ? 'unknown' : 'rejected',
		};
	}
}

/** A rejection by Meta, read from its error envelope. */
export class GraphError extends CloudApiError {
	readonly retry: RetryClass;
	readonly description: string;
	readonly details: Record<string, unknown>;

	constructor(
		readonly explanation: Explanation,
		readonly envelope: GraphErrorEnvelope,
		readonly status: number,
		/** Headers of the answer, e.g. `retry-after`; names in lower case. */
		readonly headers: Record<string, string> = {},
	) {
		super(explanation.title);
		this.name = 'GraphError';
		this.retry = explanation.retry;
		this.description = explanation.fix;
		this.details = {
			code: envelope.code,
			...(envelope.subcode !== undefined && { subcode: envelope.subcode }),
			type: envelope.type,
			metaMessage: envelope.message,
			...(envelope.details && { metaDetails: envelope.details }),
			...(envelope.userMessage && { metaUserMessage: envelope.userMessage }),
			...(envelope.fbtraceId && { fbtraceId: envelope.fbtraceId }),
			httpStatus: status,
			retry: explanation.retry,
			actor: explanation.actor,
			outcome: 'rejected',
		};
	}
}

/** Meta's `error` object in one shape (Meta: Graph API, error responses). */
export interface GraphErrorEnvelope {
	code?: number;
	subcode?: number;
	type?: string;
	/** Meta's own short text, e.g. `(#130429) Rate limit hit`. */
	message: string;
	/** `error_data.details`, or `error_data` itself where it is text. */
	details?: string;
	/** `error_user_title` and `error_user_msg`: the useful text of management calls. */
	userTitle?: string;
	userMessage?: string;
	fbtraceId?: string;
	transient?: boolean;
	/** The whole answer, for calls that return an error and a result at once (block_users). */
	body: unknown;
}
