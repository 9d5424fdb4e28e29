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
	warnings?: string[];
	durationMs: number;
}

const SECRET_KEYS =
	/^(authorization|access_token|appsecret_proof|client_secret|verify_token|fb_exchange_token|input_token|revoke_token|pin)$/i;
/** Paths on which `code` is a secret: a verification code, an authorization code. */
const CODE_PATHS = /\/(verify_code|oauth\/access_token)$/;
const MASK = '[secret]';

/**
 * Masks secrets: the parameters above, and every token and app secret of the sandbox wherever it
 * occurs. Everything else is recorded exactly as sent.
 */
export function maskSecrets(value: unknown, path: string, secrets: readonly string[]): Json {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) {
		return maskValues(value, secrets);
	}
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => {
			const secret = SECRET_KEYS.test(key) || (key === 'code' && CODE_PATHS.test(path));
			if (secret && typeof entry === 'string') return [key, MASK];
			if (key === 'webhook_configuration') return [key, maskSecrets(entry, path, secrets)];
			return [key, maskValues(entry, secrets)];
		}),
	);
}

function maskValues(value: unknown, secrets: readonly string[]): Json {
	if (typeof value === 'string') {
		return secrets.reduce((text, secret) => text.replaceAll(secret, MASK), value);
	}
	if (Array.isArray(value)) return value.map((entry) => maskValues(entry, secrets));
	if (value === null || typeof value !== 'object') return (value ?? null) as Json;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, maskValues(entry, secrets)]),
	);
}

function secretsOf(world: World): string[] {
	return [
		...world.tokens.list().map(({ token }) => token),
		...[...world.directory.apps.values()].map(({ secret }) => secret),
	].filter((secret) => secret !== '');
}

/** Adds a request to the list that tests and people read. */
export function recordRequest(world: World, entry: Entry): void {
	const { http } = entry;
	const secrets = secretsOf(world);
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(http.headers)) {
		headers[name] = SECRET_KEYS.test(name) ? MASK : String(value);
	}
	const request: RequestView = {
		seq: world.nextRequestSeq(),
		at: world.clock.now(),
		method: http.method,
		path: entry.path,
		version: entry.version,
		query: maskSecrets(entry.query, entry.path, secrets) as Record<string, string>,
		headers,
		body: maskSecrets(entry.body, entry.path, secrets),
		status: entry.status,
		durationMs: entry.durationMs,
		...(entry.errorCode === undefined ? {} : { errorCode: entry.errorCode }),
		...(entry.fault === undefined ? {} : { fault: entry.fault }),
		...(entry.warnings?.length ? { warnings: entry.warnings } : {}),
	};
	world.requests.add(request);
	world.bus.emit(() => ({ type: 'request', request }));
}
