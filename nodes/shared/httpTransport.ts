import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import {
	CloudApiError,
	ConnectionError,
	InvalidInputError,
	UnexpectedAnswerError,
} from '../../cloud-api/errors/cloudApiError';
import { MAX_ERROR_BYTES, readStream } from '../../cloud-api/readStream';
import type {
	Authentication,
	Transport,
	TransportRequest,
	TransportResponse,
} from '../../cloud-api/transport';
import { secretFilter } from './hideSecrets';

/** Meta responds within seconds; a request that takes longer than a minute is lost. */
const TIMEOUT_MS = 60_000;
/** Far above any page of Meta's lists; a larger answer is not one of the Graph API. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

export interface HttpClient {
	/** One of n8n's HTTP helpers, or a function like them. */
	send: (request: IHttpRequestOptions) => Promise<unknown>;
	/** Headers that authenticate a request. */
	authorize: (authentication: Authentication) => Record<string, string>;
	/** What must not appear in any answer or error; a request may add to it while it is sent. */
	secrets: string[];
	/** Whether the request may have been sent when `send` rejects with an unknown reason; default `true`. */
	wasSent?: () => boolean;
}

/**
 * A transport over an HTTP helper. Every status resolves, so that Meta's own text can be read; a missing
 * answer rejects with a {@link ConnectionError} that says whether anything was sent. Answers are read up to
 * 32 MB, those of rejections up to 64 KB, and contain no secret.
 */
export function httpTransport({ send, authorize, secrets, wasSent }: HttpClient): Transport {
	return async (request) => {
		const filter = () => secretFilter(secrets, request);
		try {
			const {
				statusCode: status,
				headers,
				body,
			} = (await send({
				...optionsOf(request),
				headers: { ...request.headers, ...authorize(request.authentication) },
			})) as IN8nHttpFullResponse;
			const response = { status, headers: plainHeaders(headers), body };
			if (request.responseType === 'stream' && status < 400) return response;
			return filter().response(await readBody(response, request));
		} catch (error) {
			throw filter().error(explain(error, new URL(request.url).host, wasSent?.() ?? true));
		}
	};
}

/** Answers are streamed, so that their size can be limited. */
function optionsOf({
	method,
	url,
	query,
	body,
	responseType,
	timeout = TIMEOUT_MS,
}: TransportRequest): IHttpRequestOptions {
	return {
		method,
		url,
		qs: query as IDataObject,
		body: body as IHttpRequestOptions['body'],
		json: responseType !== 'stream',
		encoding: 'stream',
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		sendCredentialsOnCrossOriginRedirect: false,
		// Only files are redirected. A query may contain a secret, and a client that expects a redirect keeps
		// a copy of all it sends.
		disableFollowRedirect: responseType !== 'stream',
	};
}

/** The body as JSON where it is JSON, else as text. */
async function readBody(
	response: TransportResponse,
	{ url, timeout = TIMEOUT_MS }: TransportRequest,
): Promise<TransportResponse> {
	const { body, status } = response;
	if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return response;
	const stream = body as AsyncIterable<Uint8Array> & { destroy?: (error: Error) => void };
	const tooLate = AbortSignal.timeout(timeout);
	const stop = () => stream.destroy?.(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' }));
	tooLate.addEventListener('abort', stop, { once: true });
	try {
		const limit = status >= 400 ? MAX_ERROR_BYTES : MAX_ANSWER_BYTES;
		const { text, truncated } = await readStream(stream, limit);
		if (truncated && status < 400) {
			throw new UnexpectedAnswerError(
				`${new URL(url).host} answered with more than 32 MB`,
				'Check the Base URL of the credential, and whether a proxy or gateway answers instead of Meta.',
				status,
				text.slice(0, 200),
			);
		}
		return { ...response, body: parsed(text) };
	} finally {
		tooLate.removeEventListener('abort', stop);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** Reasons that occur before the first byte of a request is sent. */
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
	ERR_CANCELED: 'did not answer before the execution was canceled',
};

function explain(error: unknown, host: string, wasSent: boolean): unknown {
	const own = ownError(error) ?? rejectionWithoutCause(error);
	if (own) return own;
	const reason = reasonOf(error);
	if (reason in NOT_SENT) {
		return new ConnectionError(
			`${host} ${NOT_SENT[reason]}`,
			'Nothing was sent. Check the Base URL of the credential, the network of this n8n, and whether the server is running.',
			false,
			reason,
		);
	}
	if (!wasSent) {
		return new ConnectionError(
			'n8n could not prepare the request',
			'Nothing was sent. Check that the credential can be read and stored, and see the log of n8n for the reason.',
			false,
			reason,
		);
	}
	return new ConnectionError(
		reason in LOST
			? `${host} ${LOST[reason]}`
			: `The connection to ${host} ended without an answer`,
		'The request may have reached Meta. Check whether it took effect before you send it again.',
		true,
		reason,
	);
}

/** An error of ours inside n8n's wrapper, e.g. of a token renewal that Meta rejected. */
function ownError(error: unknown): CloudApiError | undefined {
	let current: unknown = error;
	for (let depth = 0; depth < 6 && current instanceof Error; depth++) {
		if (current instanceof CloudApiError) return current;
		current = current.cause;
	}
	return undefined;
}

/**
 * n8n 1.x wraps a rejected renewal without its cause: only status and text are left. An answer to the
 * request itself never comes here, since every status resolves; so nothing was sent.
 */
function rejectionWithoutCause(error: unknown): InvalidInputError | undefined {
	const { cause, httpCode, messages, description } = error as {
		cause?: unknown;
		httpCode?: unknown;
		messages?: unknown[];
		description?: unknown;
	};
	const text = messages?.[0];
	if (cause !== undefined || !/^\d{3}$/.test(String(httpCode)) || typeof text !== 'string') {
		return undefined;
	}
	return new InvalidInputError('credential.accessToken', text, String(description ?? ''));
}

/** The system's code, wherever n8n's and axios' wrappers keep it; never their texts, which may contain a URL with secrets. */
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
