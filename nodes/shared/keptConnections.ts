import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Transport } from '../../cloud-api/transport';
import { authorizationHeader } from './authorization';
import type { Credential } from './credential';
import { httpTransport } from './httpTransport';

const SIGNED_OUT = 401;

/**
 * A transport that keeps its connections to Meta open, for requests with a JSON body. n8n's helper opens
 * a new one for each request, which costs two more round trips and the processor time of a TLS handshake.
 *
 * It goes past n8n's proxy settings and its rules for outgoing requests, so it is used only when the
 * user asks for it. What needs the credential's care (a refused token, a demanded proof of the app
 * secret) is handed to `careful`, which goes through n8n.
 */
export function keptConnections(
	credential: Credential,
	careful: Transport,
	cancelSignal?: AbortSignal,
): Transport {
	const direct = httpTransport(
		async (request) => await send(request, cancelSignal),
		(way) => authorizationHeader(way, credential),
	);
	return async (request) => {
		const response = await direct(request);
		const refused = response.status >= 400;
		const needsCare = response.status === SIGNED_OUT || mentionsCredential(response.body);
		return refused && needsCare ? await careful(request) : response;
	};
}

/** Code 190 or a demanded proof: Meta has not acted on such a request. */
function mentionsCredential(body: unknown): boolean {
	return /"code":\s*190\b|appsecret_proof/.test(JSON.stringify(body ?? ''));
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
		const text = await response.text();
		return {
			statusCode: response.status,
			headers: Object.fromEntries(response.headers.entries()),
			body: parsed(text),
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

function parsed(text: string): IDataObject | string {
	try {
		return JSON.parse(text) as IDataObject;
	} catch {
		return text;
	}
}
