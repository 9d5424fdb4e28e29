import type { FastifyRequest } from 'fastify';
import type { Json, RequestView } from '../control/types';
import type { World } from '../world/world';

interface Entry {
	http: FastifyRequest;
	path: string;
	version: string | null;
	query: Record<string, string>;
	body: Json | undefined;
	status: number;
	errorCode?: number;
	fault?: string;
	durationMs: number;
}

const SECRET_NAMES =
	/^(authorization|access_token|appsecret_proof|client_secret|verify_token|pin|fb_exchange_token|input_token|revoke_token|code)$/i;

/** Masks secret values. */
export function withoutSecrets(value: unknown, depth = 0): Json {
	if (Array.isArray(value)) {
		return depth > 8 ? [] : value.map((entry) => withoutSecrets(entry, depth + 1));
	}
	if (value === null || typeof value !== 'object') return (value ?? null) as Json;
	if (depth > 8) return {};
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [
			key,
			SECRET_NAMES.test(key) && typeof entry === 'string'
				? '[secret]'
				: withoutSecrets(entry, depth + 1),
		]),
	);
}

/** Adds a request to the list that tests and people read. */
export function recordRequest(world: World, entry: Entry): void {
	const { http } = entry;
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(http.headers)) {
		headers[name] = SECRET_NAMES.test(name) ? '[secret]' : String(value);
	}
	const request: RequestView = {
		seq: world.nextRequestSeq(),
		at: world.clock.now(),
		method: http.method,
		path: entry.path,
		version: entry.version,
		query: withoutSecrets(entry.query) as Record<string, string>,
		headers,
		body: withoutSecrets(entry.body),
		status: entry.status,
		durationMs: entry.durationMs,
		...(entry.errorCode === undefined ? {} : { errorCode: entry.errorCode }),
		...(entry.fault === undefined ? {} : { fault: entry.fault }),
	};
	world.requests.add(request);
	world.bus.emit(() => ({ type: 'request', request }));
}
