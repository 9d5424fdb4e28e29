import type { Json } from './json';

/** The Meta error of a fault. */
export interface FaultError {
	code: number;
	message?: string;
	/** `error_data.details`. */
	details?: string;
	subcode?: number;
	type?: string;
	status?: number;
	isTransient?: boolean;
	userTitle?: string;
	userMessage?: string;
}

/** A fault: which requests it applies to, how often, and what happens. All matchers must match. */
export interface FaultInput {
	method?: string;
	/** Path without version, such as `/400000000000001/messages`. `*` matches any text. */
	path?: string;
	/** WhatsApp ID or BSUID of the recipient. */
	to?: string;
	/** Removed after this many hits. Default: never. */
	times?: number;
	/** Matching requests to let pass first. */
	skip?: number;
	/** 0 to 1, with seeded random numbers. Default 1. */
	probability?: number;
	/** Delay in milliseconds before anything else. */
	latency?: number;
	/** HTTP status. Alone, it gives Meta's generic error for it (5xx: code 2 or 131000). */
	status?: number;
	error?: FaultError;
	/** `true`: an HTML page like a gateway's; or the page. */
	html?: boolean | string;
	/** Cuts the connection `before` the request is processed, or `after`. */
	drop?: 'before' | 'after';
	/** Answers this JSON instead of processing the request, with `status` (default 200). */
	answer?: Json;
	/** Quotes the whole request, with its token, in the error message, as debugging gateways do. */
	reflect?: boolean;
	/** Makes the error message this many characters long. */
	errorLength?: number;
	/** Redirects to this address, with `status` (default 307). */
	redirect?: string;
	/** Messages are accepted, then get a `failed` status with this error. */
	failsWith?: { code: number; details?: string };
	/** Resumable uploads: the connection is cut after this many bytes. */
	cutAfterBytes?: number;
	/** `Retry-After` in seconds. */
	retryAfter?: number;
	/** Extra headers of the answer (usage headers as JSON strings), also of a successful one. */
	headers?: Record<string, string>;
}

export interface FaultView extends FaultInput {
	id: string;
	hits: number;
}
