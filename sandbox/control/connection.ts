import { readEvents } from './eventReader';
import type { SandboxEvent, SandboxEventType } from './types';

type Query = Record<string, string | number | undefined>;

/** Calls the control API over HTTP. Every call rejects with the sandbox's explanation. */
export class ControlConnection {
	/** @param url base URL of the sandbox, without trailing slash */
	constructor(readonly url: string) {}

	async get<T>(path: string, query: Query = {}): Promise<T> {
		return await this.call('GET', path, undefined, query);
	}

	async post<T>(path: string, body: object = {}): Promise<T> {
		return await this.call('POST', path, body);
	}

	async call<T>(method: string, path: string, body?: object, query: Query = {}): Promise<T> {
		const url = new URL(`${this.url}/_sandbox${path}`);
		for (const [key, value] of Object.entries(query)) {
			if (value !== undefined) url.searchParams.set(key, String(value));
		}
		const answer = await fetch(url, {
			method,
			...(body
				? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
				: {}),
		});
		const data = (await answer.json()) as T & { error?: string };
		if (!answer.ok)
			throw new Error(data.error ?? `The sandbox answered ${answer.status} to ${path}`);
		return data;
	}

	/** Calls `onEvent` for every event until the returned function is called. Resolves when the stream is open. */
	async listen(
		onEvent: (event: SandboxEvent) => void,
		types?: SandboxEventType[],
	): Promise<() => void> {
		const abort = new AbortController();
		const query = types ? `?types=${types.join(',')}` : '';
		const answer = await fetch(`${this.url}/_sandbox/events${query}`, { signal: abort.signal });
		if (!answer.body) throw new Error('The sandbox does not stream events');
		void readEvents(answer.body, onEvent);
		return () => abort.abort();
	}
}
