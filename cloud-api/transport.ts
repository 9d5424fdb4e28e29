/**
 * The port through which `cloud-api` reaches the network. Whoever uses `cloud-api` supplies one
 * function; inside n8n it is n8n's own HTTP helper, in a test it may be any HTTP client.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

/**
 * How a request is authenticated. The transport holds the secrets; `cloud-api` only names the way.
 *
 * - `bearer`: `Authorization: Bearer <access token>`, the default
 * - `oauth`: `Authorization: OAuth <access token>`, which the resumable upload demands
 * - `app`: as the app itself, `Bearer <app ID>|<app secret>` (webhook subscriptions, debug_token)
 * - `none`: without any token
 */
export type Authentication = 'bearer' | 'oauth' | 'app' | 'none';

export interface TransportRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Absolute, without query. */
	url: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** A plain object leaves as JSON, `FormData` as multipart, bytes and streams as they are. */
	body?: unknown;
	/** `json` (default) parses the answer where it is JSON and leaves text otherwise; `stream` leaves it unread. */
	responseType?: 'json' | 'stream';
	authentication: Authentication;
	/** Milliseconds until the request is given up; the transport has a default. */
	timeout?: number;
}

/** Resolves for every HTTP status; only a request without any answer rejects, with a {@link ConnectionError}. */
export interface TransportResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, text, or a Node stream, as asked. */
	body: unknown;
}
