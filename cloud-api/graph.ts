import { UnexpectedAnswerError } from './errors/cloudApiError';
import { graphError, isErrorEnvelope } from './errors/envelope';
import type { Authentication, Transport, TransportRequest, TransportResponse } from './transport';

export type Json = Record<string, unknown>;
export type Query = Record<string, string | number | boolean | string[] | undefined>;

export interface GraphOptions {
	transport: Transport;
	/** Without a trailing slash, e.g. `https://graph.facebook.com`. */
	baseUrl: string;
	/** E.g. `v25.0`. */
	version: string;
}

export interface RequestOptions {
	query?: Query;
	headers?: Record<string, string>;
	body?: unknown;
	authentication?: Authentication;
	timeout?: number;
	/** Another of Meta's hosts than the base URL, e.g. `https://api.facebook.com`; used only when the base URL is Meta's own. */
	host?: string;
	/** HTTP statuses of refusals whose body is wanted as an answer, e.g. a partial success. */
	accept?: (response: TransportResponse) => boolean;
}

export interface PageOptions {
	/** Stop after this many items; without it all are read. */
	limit?: number;
	/** Items asked for per call; Graph's default is 25, most edges take 100. */
	pageSize?: number;
}

/** A guard against an endless chain of pages: 1,000 pages of 100 hold any account Meta allows. */
const MAX_PAGES = 1000;
const META_HOSTS = /(^|\.)(facebook\.com|fbsbx\.com|whatsapp\.net)$/;

/**
 * Graph API calls with versioned URLs, Meta's error envelope turned into typed errors, and paging.
 *
 * Every method throws {@link GraphError} when Meta refuses, {@link UnexpectedAnswerError} when the
 * answer is not Graph's, and what the transport throws when no answer came.
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

	/** One page of an edge; `after` is the cursor of the next, absent on the last. */
	async page<T = Json>(path: string, query: Query = {}): Promise<{ items: T[]; after?: string }> {
		const answer = await this.get<{
			data?: T[];
			paging?: { cursors?: { after?: string }; next?: string };
		}>(path, query);
		const after = answer.paging?.next ? answer.paging.cursors?.after : undefined;
		return { items: answer.data ?? [], after };
	}

	/**
	 * Opens a file that Graph named by URL. The token travels only to Meta's hosts and to the base URL's own.
	 * The body is a Node stream.
	 */
	async download(url: string): Promise<TransportResponse> {
		const response = await this.options.transport({
			method: 'GET',
			url,
			authentication: this.mayHoldToken(url) ? 'bearer' : 'none',
			responseType: 'stream',
		});
		if (response.status >= 400) await this.refuse(response, url);
		return response;
	}

	async request(
		method: TransportRequest['method'],
		path: string,
		{ query, headers, body, authentication = 'bearer', timeout, host, accept }: RequestOptions = {},
	): Promise<TransportResponse> {
		const url = `${this.origin(host)}/${this.options.version}/${path.replace(/^\//, '')}`;
		const response = await this.options.transport({
			method,
			url,
			query: plainQuery(query),
			headers,
			body,
			authentication,
			timeout,
			responseType: 'json',
		});
		if (accept?.(response)) return response;
		// Redirects of what is sent are not followed, so they are no answer either.
		if (response.status >= 300 || isErrorEnvelope(response.body)) await this.refuse(response, url);
		if (typeof response.body !== 'object' || response.body === null)
			await this.refuse(response, url);
		return response;
	}

	private origin(host?: string): string {
		if (!host || !META_HOSTS.test(new URL(this.options.baseUrl).hostname))
			return this.options.baseUrl;
		return host;
	}

	private mayHoldToken(url: string): boolean {
		const target = new URL(url);
		if (target.origin === new URL(this.options.baseUrl).origin) return true;
		return target.protocol === 'https:' && META_HOSTS.test(target.hostname);
	}

	private async refuse(response: TransportResponse, url: string): Promise<never> {
		const body = await readBody(response.body);
		if (isErrorEnvelope(body)) throw graphError(body, response.status, response.headers);
		const { host } = new URL(url);
		const start = (typeof body === 'string' ? body : JSON.stringify(body ?? '')).slice(0, 200);
		throw new UnexpectedAnswerError(
			/<(!doctype|html)/i.test(start)
				? `${host} answered with a web page instead of an answer of the Graph API`
				: `${host} answered with HTTP ${response.status} and no answer of the Graph API`,
			'Check the Base URL of the credential, and whether a proxy, gateway or login page sits between n8n and Meta.',
			response.status,
			start,
		);
	}
}

function plainQuery(query: Query = {}): Record<string, string> {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined || value === '') continue;
		plain[name] = Array.isArray(value) ? value.join(',') : String(value);
	}
	return plain;
}

/** A refusal on a streamed request still comes as a stream; it is short. */
async function readBody(body: unknown): Promise<unknown> {
	if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return body;
	const chunks: Buffer[] = [];
	for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
	const text = Buffer.concat(chunks).toString('utf8');
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
