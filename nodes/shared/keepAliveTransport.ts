import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Transport } from '../../cloud-api/transport';
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
 * Whatever concerns the credential goes through n8n: the first message with a token that has to be checked
 * or renewed, a rejected token, a required proof of the app secret.
 */
export function keepAliveTransport(
	credential: Credential,
	n8nTransport: Transport,
	cancelSignal?: AbortSignal,
): Transport {
	const direct = httpTransport({
		send: async (request) => await send(request, cancelSignal),
		authorize: (authentication) => authorizationHeader(authentication, credential),
		secrets: secretsOf(credential),
	});
	let needsCheck = needsAttention(credential);
	return async (request) => {
		if (needsCheck) {
			needsCheck = false;
			return await n8nTransport(request);
		}
		const response = await direct(request);
		const concernsCredential = response.status === UNAUTHORIZED || namesCredential(response.body);
		return response.status >= 400 && concernsCredential ? await n8nTransport(request) : response;
	};
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
