/** A Meta error that a fault answers with. */
export interface FaultError {
	code: number;
	message?: string;
	/** Put into `error_data.details`. */
	details?: string;
	subcode?: number;
	type?: string;
	status?: number;
	isTransient?: boolean;
	userTitle?: string;
	userMessage?: string;
}

/** Which requests it strikes, how often, and what happens. All matchers must hold. */
export interface FaultInput {
	method?: string;
	/** Path without version, such as `/400000000000001/messages`; `*` stands for anything. */
	path?: string;
	/** wa_id or BSUID that the message is addressed to. */
	to?: string;
	/** Strikes this many times, then goes away. Default: until removed. */
	times?: number;
	/** Lets this many matching requests pass first. */
	skip?: number;
	/** 0 to 1, drawn from the sandbox's seeded random numbers. Default 1. */
	probability?: number;
	/** Milliseconds before anything else happens. */
	latency?: number;
	/** HTTP status alone gives Meta's generic answer for it (5xx: code 2 or 131000). */
	status?: number;
	error?: FaultError;
	/** `true`: an HTML page as a gateway would send; or the page itself. */
	html?: boolean | string;
	/** Connection cut `before` the request is acted upon, or `after` it was accepted. */
	drop?: 'before' | 'after';
	/** Messages: accepted, then a `failed` status with this error. */
	failsWith?: { code: number; details?: string };
	/** Resumable uploads: the connection is cut once this many more bytes have been stored. */
	cutAfterBytes?: number;
	/** Seconds, sent as `Retry-After`. */
	retryAfter?: number;
	/** Extra answer headers (usage headers as JSON strings); without any failure above they decorate the normal answer. */
	headers?: Record<string, string>;
}

export interface FaultView extends FaultInput {
	id: string;
	hits: number;
}
