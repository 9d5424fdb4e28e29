import type { Explanation, RetryClass } from './types';
import { withoutSecrets } from './withoutSecrets';

/**
 * What every refusal that leaves `cloud-api` has in common, so that a caller needs to know one shape.
 * `message` says what happened, `description` how to get unstuck.
 */
export abstract class CloudApiError extends Error {
	abstract readonly description: string;
	abstract readonly retry: RetryClass;
	/**
	 * Facts for support and for branching on; never holds a secret. `outcome` is `not sent`, `refused` or
	 * `unknown` (the request may have taken effect).
	 */
	abstract readonly details: Record<string, unknown>;
	/** Whether Meta may have acted on the request although we hold no acceptance. */
	readonly mayHaveReachedMeta: boolean = false;
}

/**
 * Input that Meta is known to refuse; thrown before anything is sent.
 *
 * `field` is the name of the input in `cloud-api` (a path such as `buttons[3].title`), which the caller
 * translates into what its user sees.
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

/** Reasons for a connection never made that a moment later may be gone. */
const PASSING = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** No HTTP answer came: the host is down, unknown, too slow, or hung up. */
export class ConnectionError extends CloudApiError {
	readonly retry: RetryClass;
	readonly details: Record<string, unknown>;

	constructor(
		message: string,
		readonly description: string,
		/** `false` when the connection was never made, so that repeating cannot double anything. */
		override readonly mayHaveReachedMeta: boolean,
		/** The system's own word, e.g. `ECONNREFUSED`. */
		readonly reason: string,
	) {
		super(message);
		this.name = 'ConnectionError';
		this.retry = mayHaveReachedMeta || PASSING.has(reason) ? 'transient' : 'never';
		this.details = { reason, outcome: mayHaveReachedMeta ? 'unknown' : 'not sent' };
	}
}

/** An answer that is no answer of the Graph API: HTML from a proxy, an empty page, broken JSON. */
export class UnexpectedAnswerError extends CloudApiError {
	readonly retry: RetryClass;
	readonly details: Record<string, unknown>;
	override readonly mayHaveReachedMeta: boolean;

	constructor(
		message: string,
		readonly description: string,
		readonly status: number,
		readonly bodyStart: string,
	) {
		super(message);
		this.name = 'UnexpectedAnswerError';
		this.retry = status >= 500 ? 'transient' : 'never';
		// Who leads elsewhere or answers 503 has not taken the request; any other 5xx may come from behind Meta's acceptance.
		this.mayHaveReachedMeta = status < 300 || (status >= 500 && status !== 503);
		this.details = {
			httpStatus: status,
			bodyStart: withoutSecrets(bodyStart),
			outcome: this.mayHaveReachedMeta ? 'unknown' : 'refused',
		};
	}
}

/** Meta's own refusal, read from its error envelope. */
export class GraphError extends CloudApiError {
	readonly retry: RetryClass;
	readonly description: string;
	readonly details: Record<string, unknown>;

	constructor(
		readonly explanation: Explanation,
		readonly envelope: GraphErrorEnvelope,
		readonly status: number,
		/** Answer headers that say when to come back; names in lower case. */
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
			outcome: 'refused',
		};
	}
}

/** Meta's `error` object with its many spellings ironed out (Meta: Graph API, versions and errors). */
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
	/** The whole answer, for the calls that answer with a refusal and a result at once (block_users). */
	body: unknown;
}
