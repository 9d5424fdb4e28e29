/** A request that the sandbox rejects, beside messages: what is wrong, the request, and the answer. */
export interface RejectedRequest {
	what: string;
	method: 'GET' | 'POST' | 'DELETE';
	/** `{waba}`, `{number}`, and the names that a test file fills in, e.g. `{group}`. */
	path: string;
	body?: unknown;
	code: number;
	subcode?: number;
	/** Default 400. */
	status?: number;
	/** What the explanation says. */
	text: RegExp;
}

/** Replaces `{name}` in a path or anywhere in a body. */
export function filled<T>(value: T, names: Record<string, string>): T {
	const text = JSON.stringify(value ?? null);
	return JSON.parse(text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)) as T;
}
