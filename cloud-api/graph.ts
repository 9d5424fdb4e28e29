import { record, records, textOf } from './answers';
import {
	CloudApiError,
	GraphError,
	InvalidInputError,
	UnexpectedAnswerError,
} from './errors/cloudApiError';
import { graphError, isErrorEnvelope } from './errors/envelope';
import { settleOutcome } from './errors/outcome';
import type { Explanation } from './errors/types';
import { isTrustedUrl, META_HOST } from './hosts';
import { MAX_ERROR_BYTES, readStream } from './readStream';
import type {
	Authentication,
	MessageRoute,
	Transport,
	TransportRequest,
	TransportResponse,
} from './transport';

export type Json = Record<string, unknown>;
export type Query = Record<string, string | number | boolean | string[] | undefined>;

export interface GraphOptions {
	transport: Transport;
	/** Without a trailing slash, e.g. `https://graph.facebook.com`. */
	baseUrl: string;
	/** E.g. `v25.0`. */
	version: string;
	/** Adapts the explanation of a rejection, e.g. how to get another token. */
	explain?: (explanation: Explanation) => Explanation;
}

export interface RequestOptions {
	query?: Query;
	headers?: Record<string, string>;
	body?: unknown;
	authentication?: Authentication;
	/** Milliseconds until the request is aborted. */
	timeout?: number;
	/** Another of Meta's hosts than the base URL, e.g. `https://api.facebook.com`; used only when the base URL is Meta's own. */
	host?: string;
	/** Set on requests that send a message. */
	message?: MessageRoute;
	/** Whether sending the request twice has the same effect as sending it once; `true` for GET. */
	idempotent?: boolean;
	/** Whether a rejection is returned as an answer instead of thrown, e.g. for a partial success. */
	accept?: (response: TransportResponse) => boolean;
}

export interface PageOptions {
	/** Stop after this many items; without it all are read. */
	limit?: number;
	/** Items requested per call; Graph's default is 25, most edges accept 100. */
	pageSize?: number;
}

/** Guards against an endless chain of pages: 1,000 pages of 100 hold any account Meta allows. */
const MAX_PAGES = 1000;

/**
 * Graph API calls with versioned URLs, Meta's error envelope turned into typed errors, and paging.
 *
 * Every method throws {@link GraphError} when Meta rejects the request, {@link UnexpectedAnswerError} when
 * the answer is not Graph's, and what the transport throws when no answer came.
 */
export class GraphApi {
	constructor(private readonly options: GraphOptions) {}

	get version(): string {
		return this.options.version;
	}

	get baseUrl(): string {
		return this.options.baseUrl;
	}

	async get<T = Json>(path: string, query?: Query, options: RequestOptions = {}): Promise<T> {
		return (await this.request('GET', path, { ...options, query })).body as T;
	}

	async post<T = Json>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
		return (await this.request('POST', path, { ...options, body })).body as T;
	}

	async delete<T = Json>(path: string, options: RequestOptions = {}): Promise<T> {
		return (await this.request('DELETE', path, options)).body as T;
	}

	/** The items of an edge, page by page, following `paging.cursors.after`. */
	async *items<T = Json>(
		path: string,
		query: Query = {},
		{ limit = Infinity, pageSize = 100 }: PageOptions = {},
	): AsyncGenerator<T, void, undefined> {
		let after: string | undefined;
		let left = limit;
		for (let page = 0; page < MAX_PAGES && left > 0; page++) {
			const answer = await this.page<T>(path, { limit: Math.min(pageSize, left), ...query, after });
			for (const item of answer.items) {
				if (left-- <= 0) return;
				yield item;
			}
			if (answer.after === undefined || answer.after === after) return;
			after = answer.after;
		}
	}

	/** All items of an edge up to the limit. */
	async list<T = Json>(path: string, query: Query = {}, page: PageOptions = {}): Promise<T[]> {
		const items: T[] = [];
		for await (const item of this.items<T>(path, query, page)) items.push(item);
		return items;
	}

	/**
	 * One page of an edge; `after` is the cursor of the next, absent on the last.
	 *
	 * @throws UnexpectedAnswerError when the answer contains no list
	 */
	async page<T = Json>(
		path: string,
		query: Query = {},
		options: RequestOptions = {},
	): Promise<{ items: T[]; after?: string }> {
		const answer = await this.get(path, query, options);
		const { next, cursors } = record(answer.paging);
		const after = next ? textOf(record(cursors).after) : undefined;
		return { items: listIn(answer, answer.data, path) as T[], after };
	}

	/**
	 * Opens a file whose URL came from Graph. The token is sent only to Meta's https hosts and to the origin
	 * of the base URL. The body is a Node stream.
	 */
	async download(url: string): Promise<TransportResponse> {
		const trusted = isTrustedUrl(url, this.options.baseUrl);
		return await this.stream(url, trusted ? 'bearer' : 'none');
	}

	/**
	 * Opens a link that came from a workflow or a message: without any authorization, whatever the host.
	 * The body is a Node stream.
	 *
	 * @param field the input's name in the error thrown
	 * @throws InvalidInputError when the link is not an http or https address
	 */
	async open(link: string, field = 'link'): Promise<TransportResponse> {
		const protocol = URL.canParse(link) ? new URL(link).protocol : '';
		if (protocol !== 'https:' && protocol !== 'http:') {
			throw new InvalidInputError(
				field,
				`"${link.slice(0, 60)}" is not a web address`,
				'Enter a public address that starts with https://.',
			);
		}
		return await this.stream(link, 'none');
	}

	private async stream(url: string, authentication: Authentication): Promise<TransportResponse> {
		const request: TransportRequest = {
			method: 'GET',
			url,
			authentication,
			responseType: 'stream',
		};
		const response = await this.send(request);
		if (response.status >= 400) await this.reject(response, request);
		return response;
	}

	async request(
		method: TransportRequest['method'],
		path: string,
		{
			query,
			headers,
			body,
			authentication = 'bearer',
			timeout,
			host,
			message,
			idempotent,
			accept,
		}: RequestOptions = {},
	): Promise<TransportResponse> {
		const url = `${this.origin(host)}/${this.options.version}/${path.replace(/^\//, '')}`;
		const sent: TransportRequest = {
			method,
			url,
			query: plainQuery(query),
			headers,
			body,
			authentication,
			timeout,
			responseType: 'json',
			...(message && { message }),
			...(idempotent !== undefined && { idempotent }),
		};
		const response = await this.send(sent);
		if (accept?.(response)) return response;
		// Redirects of writes are not followed, so they are not an answer either.
		if (response.status >= 300 || isErrorEnvelope(response.body)) await this.reject(response, sent);
		if (typeof response.body !== 'object' || response.body === null)
			await this.reject(response, sent);
		return response;
	}

	private origin(host?: string): string {
		if (!host || !META_HOST.test(new URL(this.options.baseUrl).hostname))
			return this.options.baseUrl;
		return host;
	}

	private async send(request: TransportRequest): Promise<TransportResponse> {
		try {
			return await this.options.transport(request);
		} catch (error) {
			throw error instanceof CloudApiError ? settleOutcome(error, request) : error;
		}
	}

	private async reject(response: TransportResponse, request: TransportRequest): Promise<never> {
		const body = await readBody(response.body);
		if (isErrorEnvelope(body)) {
			const error = graphError(body, response.status, response.headers, request.authentication);
			const { explain } = this.options;
			throw explain
				? new GraphError(explain(error.explanation), error.envelope, error.status, error.headers)
				: error;
		}
		const { host } = new URL(request.url);
		const start = (typeof body === 'string' ? body : JSON.stringify(body ?? '')).slice(0, 200);
		const error = new UnexpectedAnswerError(
			/<(!doctype|html)/i.test(start)
				? `${host} answered with a web page instead of an answer from the Graph API`
				: `${host} answered with HTTP ${response.status}, not with an answer from the Graph API`,
			'Check the Base URL of the credential, and whether a proxy, gateway, or login page is between n8n and Meta.',
			response.status,
			start,
		);
		throw settleOutcome(error, request);
	}
}

/**
 * The objects of a list in an answer. Without a list, nobody knows whether there are items.
 *
 * @param path of the request, for the error
 * @throws UnexpectedAnswerError when it is no list
 */
export function listIn(answer: Json, list: unknown, path: string): Json[] {
	if (Array.isArray(list)) return records(list);
	throw new UnexpectedAnswerError(
		`The answer to ${path.split('/').at(-1)} contains no list`,
		'Try again. If that does not help, check the Base URL of the credential, and whether a gateway between n8n and Meta changes answers.',
		200,
		JSON.stringify(answer).slice(0, 200),
	);
}

function plainQuery(query: Query = {}): Record<string, string> {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined || value === '') continue;
		plain[name] = Array.isArray(value) ? value.join(',') : String(value);
	}
	return plain;
}

/** The body of a rejection; a streamed one is read up to 64 KB. */
async function readBody(body: unknown): Promise<unknown> {
	if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return body;
	const { text } = await readStream(body as AsyncIterable<Uint8Array>, MAX_ERROR_BYTES);
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
