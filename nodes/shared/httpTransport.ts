import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import {
	CloudApiError,
	ConnectionError,
	InvalidInputError,
} from '../../cloud-api/errors/cloudApiError';
import type { Authentication, Transport } from '../../cloud-api/transport';

/** Meta answers within seconds; a call that takes longer than a minute is lost. */
const TIMEOUT_MS = 60_000;

/**
 * A transport over one of n8n's HTTP helpers. Every status resolves, so that Meta's own words can be
 * read; a missing answer rejects with a {@link ConnectionError} that says whether anything was sent.
 *
 * @param authorize headers that authenticate a request in the given way
 */
export function httpTransport(
	send: (request: IHttpRequestOptions) => Promise<unknown>,
	authorize: (way: Authentication) => Record<string, string>,
): Transport {
	return async ({ method, url, query, headers, body, authentication, responseType, timeout }) => {
		const request: IHttpRequestOptions = {
			method,
			url,
			qs: query as IDataObject,
			headers: { ...headers, ...authorize(authentication) },
			body: body as IHttpRequestOptions['body'],
			json: responseType !== 'stream',
			...(responseType === 'stream' && { encoding: 'stream' as const }),
			timeout: timeout ?? TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			sendCredentialsOnCrossOriginRedirect: false,
			// Graph redirects no write; a client that expects a redirect keeps a copy of all it sends.
			disableFollowRedirect: method !== 'GET',
		};
		try {
			const response = (await send(request)) as IN8nHttpFullResponse;
			return {
				status: response.statusCode,
				headers: plainHeaders(response.headers),
				body: response.body,
			};
		} catch (error) {
			return rejectWithReason(error, new URL(url).host);
		}
	};
}

/** Reasons that are known before the first byte of a request has left. */
const NOT_SENT: Record<string, string> = {
	ECONNREFUSED: 'refused the connection',
	ENOTFOUND: 'is not a known host name',
	EAI_AGAIN: 'could not be looked up (DNS)',
	EHOSTUNREACH: 'is not reachable from here',
	ENETUNREACH: 'is not reachable from here',
	CERT_HAS_EXPIRED: 'has an expired TLS certificate',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'has a self-signed TLS certificate',
	SELF_SIGNED_CERT_IN_CHAIN: 'has a self-signed TLS certificate in its chain',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a TLS certificate that cannot be verified',
	ERR_TLS_CERT_ALTNAME_INVALID: 'has a TLS certificate for another name',
	ERR_INVALID_URL: 'is not a valid address',
	UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
};

const LOST: Record<string, string> = {
	ECONNABORTED: 'did not answer in time',
	ETIMEDOUT: 'did not answer in time',
	ECONNRESET: 'closed the connection before it answered',
	EPIPE: 'closed the connection before it answered',
	UND_ERR_SOCKET: 'closed the connection before it answered',
	ERR_CANCELED: 'was not waited for: the execution was cancelled',
};

async function rejectWithReason(error: unknown, host: string): Promise<never> {
	rethrowOwn(error);
	const refusal = refusalWithoutCause(error);
	if (refusal) throw refusal;
	const reason = reasonOf(error);
	if (reason in NOT_SENT) {
		throw new ConnectionError(
			`${host} ${NOT_SENT[reason]}`,
			'Nothing was sent. Check the Base URL of the credential, the network of this n8n, and whether the other side is running.',
			false,
			reason,
		);
	}
	throw new ConnectionError(
		reason in LOST
			? `${host} ${LOST[reason]}`
			: `The connection to ${host} ended without an answer`,
		'The request may have reached Meta. Whether it took effect is unknown; look before you repeat it.',
		true,
		reason,
	);
}

/** A renewal of the token that Meta refused fails with its own explanation, inside n8n's wrapper. */
function rethrowOwn(error: unknown): void {
	let current: unknown = error;
	for (let depth = 0; depth < 6 && current instanceof Error; depth++) {
		if (current instanceof CloudApiError) throw current;
		current = current.cause;
	}
}

/**
 * n8n 1.x wraps a refused renewal without its cause: only status and words are left. An answer to the
 * request itself never comes here, since every status resolves; so nothing was sent.
 */
function refusalWithoutCause(error: unknown): InvalidInputError | undefined {
	const { cause, httpCode, messages, description } = error as {
		cause?: unknown;
		httpCode?: unknown;
		messages?: unknown[];
		description?: unknown;
	};
	const words = messages?.[0];
	if (cause !== undefined || !/^\d{3}$/.test(String(httpCode)) || typeof words !== 'string') {
		return undefined;
	}
	return new InvalidInputError('credential.accessToken', words, String(description ?? ''));
}

/** The system's code for what went wrong, wherever n8n's and axios' wrappers keep it; never their texts, which may hold a URL with secrets. */
function reasonOf(error: unknown): string {
	let current: unknown = error;
	let found = 'UNKNOWN';
	for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth++) {
		const { code, httpCode, cause, errors } = current as Record<string, unknown>;
		for (const candidate of [code, httpCode]) {
			if (typeof candidate === 'string' && /^[A-Z][A-Z_]+$/.test(candidate)) found = candidate;
		}
		if (found in NOT_SENT || found in LOST) return found;
		current = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
	}
	return found;
}

function plainHeaders(headers: unknown): Record<string, string> {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries((headers ?? {}) as Record<string, unknown>)) {
		plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	return plain;
}
