/**
 * The port through which `cloud-api` reaches the network. Whoever uses `cloud-api` supplies one
 * function; inside n8n it is n8n's own HTTP helper, in a test it may be any HTTP client.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/**
 * How a request is authenticated. The transport holds the secrets; `cloud-api` only names the method.
 *
 * - `bearer`: `Authorization: Bearer <access token>`, the default
 * - `oauth`: `Authorization: OAuth <access token>`, which the resumable upload requires
 * - `app`: as the app itself, `Bearer <app ID>|<app secret>` (webhook subscriptions, debug_token)
 * - `none`: without any token
 */
export type Authentication = 'bearer' | 'oauth' | 'app' | 'none';

/** Who sends a message to whom. Rate limits, retries, and the ledger read it. */
export interface MessageRoute {
	/** The ID of the sending phone number. */
	phoneNumberId: string;
	/** The recipient as `recipientKey` (`messages/outgoing.ts`) normalizes it. */
	recipient: string;
}

export interface TransportRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Absolute, without query. */
	url: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** A plain object leaves as JSON, `FormData` as multipart, bytes and streams as they are. */
	body?: unknown;
	/** `json` (default) parses the answer where it is JSON and returns text otherwise; `stream` returns the unread stream. */
	responseType?: 'json' | 'stream';
	authentication: Authentication;
	/** Milliseconds until the request is aborted; the transport has a default. */
	timeout?: number;
	/** Set on requests that send a message to a person or group, and on no others. */
	message?: MessageRoute;
	/** Whether sending the request twice has the same effect as sending it once. Default: `true` for GET, else `false`. */
	idempotent?: boolean;
}

/** Resolves for every HTTP status; only a request without any answer rejects, with a {@link ConnectionError}. */
export interface TransportResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, text, or a Node stream, as requested. */
	body: unknown;
}
