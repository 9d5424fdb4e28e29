/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import type { Readable } from 'stream';
import type { FaultView } from '../control/types';
import type { StoredFile } from '../world/files';
import type { App } from '../world/directory';
import type { Caller } from './auth';
import { parameterRequired } from './errors';

interface RequestInit {
	method: string;
	version: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	files: Map<string, StoredFile>;
	stream?: Readable;
	headers: Record<string, string | string[] | undefined>;
	origin: string;
	authenticate(params: Record<string, unknown>): Caller;
	/** Reads a multipart body: files into `files`, fields as the answer. */
	receive(): Promise<Record<string, unknown>>;
	fault?: FaultView;
	warnings: string[];
}

/** A request to Graph. */
export class GraphRequest {
	/** `GET`, `POST`, `DELETE`. */
	readonly method: string;
	/** `v25.0`; without a version in the path, the newest. */
	readonly version: string;
	/** Path without version: `/123/messages`. */
	readonly path: string;
	/** Values of `:name` parts of an edge. */
	readonly parts: Record<string, string> = {};
	readonly query: Record<string, string>;
	/** The JSON body, or the fields of a form; `undefined` without one. */
	readonly body: unknown;
	/** Query and body fields together; the body wins. */
	params: Record<string, unknown>;
	/** Files of a multipart body, by part name. Use `takeFile` to keep one. */
	readonly files: Map<string, StoredFile>;
	/** The unread body of a resumable upload. */
	readonly stream?: Readable;
	readonly headers: Record<string, string | string[] | undefined>;
	/** The fault that applies to this request. */
	readonly fault?: FaultView;
	/** Shown with the request: where production accepts what Meta's pages do not. */
	readonly warnings: string[];
	/** Set by a handler to cut the connection instead of answering. */
	cut = false;
	private readonly init: RequestInit;
	private known?: Caller;
	private received = false;

	constructor(init: RequestInit) {
		this.init = init;
		this.method = init.method;
		this.version = init.version;
		this.path = init.path;
		this.query = init.query;
		this.body = init.body;
		this.params = { ...init.query, ...fieldsOf(init.body) };
		this.files = init.files;
		this.stream = init.stream;
		this.headers = init.headers;
		this.fault = init.fault;
		this.warnings = init.warnings;
	}

	/** The caller. Throws 104 without a token, and 190 for an invalid one. */
	get caller(): Caller {
		this.known ??= this.init.authenticate(this.params);
		return this.known;
	}

	/** The app that the token belongs to. */
	get app(): App {
		return this.caller.app;
	}

	/** Reads a multipart body, once. */
	async receive(): Promise<void> {
		if (this.received) return;
		this.received = true;
		Object.assign(this.params, await this.init.receive());
	}

	/** This request's URL with other parameters and the token, as in `paging.next`. */
	link(changes: Record<string, string | number>): string {
		const url = new URL(`${this.init.origin}/${this.version}${this.path}`);
		url.searchParams.set('access_token', this.caller.token);
		for (const [key, value] of Object.entries(this.query)) {
			if (key !== 'access_token' && key !== 'after' && key !== 'before') {
				url.searchParams.set(key, value);
			}
		}
		for (const [key, value] of Object.entries(changes)) url.searchParams.set(key, String(value));
		return url.toString();
	}

	/** Returns a file of a multipart body. Files that are not taken are deleted after the request. */
	takeFile(name: string): StoredFile | undefined {
		const file = this.files.get(name);
		this.files.delete(name);
		return file;
	}

	/** A required parameter as text. */
	required(name: string): string {
		const value = this.params[name];
		if (value === undefined || value === null || value === '') throw parameterRequired(name);
		return typeof value === 'string' ? value : JSON.stringify(value);
	}
}

function fieldsOf(body: unknown): Record<string, unknown> {
	return body !== null && typeof body === 'object' && !Array.isArray(body)
		? (body as Record<string, unknown>)
		: {};
}
