import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Transport, TransportResponse } from '../../cloud-api/transport';
import { authorizationHeader } from './authorization';
import type { Credential } from './credential';
import { secretsOf } from './hideSecrets';
import { httpTransport } from './httpTransport';
import { needsAttention } from './tokenRenewal';

const UNAUTHORIZED = 401;

/**
 * A transport that reuses connections, for requests with a JSON body. n8n's helper opens a new connection
 * for each request, which costs two more round trips and the processor time of a TLS handshake.
 *
 * It bypasses n8n's proxy settings and its SSRF protection, so it is used only when the user asks for it.
 * Whatever concerns the credential goes through n8n: messages while the token has to be checked or renewed,
 * a rejected token, a required proof of the app secret. What follows is sent with the token that is stored
 * by then.
 *
 * @param read reads the stored credential
 */
export function keepAliveTransport(
	read: () => Promise<Credential>,
	n8nTransport: Transport,
	cancelSignal?: AbortSignal,
): Transport {
	/** `undefined` while the token needs attention, or where n8n says why the credential cannot be read. */
	const open = async (): Promise<Transport | undefined> => {
		const credential = await read().catch(() => undefined);
		if (!credential || needsAttention(credential)) return undefined;
		return httpTransport({
			send: async (request) => await send(request, cancelSignal),
			authorize: (authentication) => authorizationHeader(authentication, credential),
			secrets: secretsOf(credential),
		});
	};
	let current: Promise<Transport | undefined> | undefined;
	return async (request) => {
		const used = (current ??= open());
		const direct = await used;
		const response = await direct?.(request);
		if (response && !concernsCredential(response)) return response;
		try {
			return await n8nTransport(request);
		} finally {
			if (current === used) current = undefined;
		}
	};
}

function concernsCredential({ status, body }: TransportResponse): boolean {
	return status === UNAUTHORIZED || (status >= 400 && namesCredential(body));
}

/** Code 190 or a required proof: Meta has not acted on such a request. */
function namesCredential(body: unknown): boolean {
	return /"code":\s*"?190\b|appsecret_proof/.test(JSON.stringify(body ?? ''));
}

async function send(
	{ url, method, headers, qs, body, timeout = 0 }: IHttpRequestOptions,
	cancelSignal?: AbortSignal,
): Promise<IN8nHttpFullResponse> {
	const tooLate = AbortSignal.timeout(timeout);
	const target = new URL(url);
	for (const [name, value] of Object.entries(qs ?? {}))
		target.searchParams.set(name, String(value));
	try {
		const response = await fetch(target, {
			method,
			headers: {
				...plain(headers),
				accept: 'application/json',
				'content-type': 'application/json',
			},
			body: JSON.stringify(body),
			redirect: 'manual',
			signal: cancelSignal ? AbortSignal.any([cancelSignal, tooLate]) : tooLate,
		});
		return {
			statusCode: response.status,
			headers: Object.fromEntries(response.headers.entries()),
			body: response.body as unknown as IN8nHttpFullResponse['body'],
		};
	} catch (error) {
		const code = tooLate.aborted ? 'ETIMEDOUT' : cancelSignal?.aborted ? 'ERR_CANCELED' : undefined;
		return await Promise.reject(code ? { code } : error);
	}
}

function plain(headers: IHttpRequestOptions['headers']): Record<string, string> {
	return Object.fromEntries(
		Object.entries((headers ?? {}) as IDataObject).map(([name, value]) => [name, String(value)]),
	);
}
