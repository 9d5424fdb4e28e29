import type { IHttpRequestOptions } from 'n8n-workflow';
import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';
import type { Transport, TransportRequest, TransportResponse } from '../../cloud-api/transport';
import { lacksProof, noteRequiredProof } from './appSecretProof';
import { PRIVATE_HEADERS } from './authorization';
import type { Credential } from './credential';
import { secretsOf } from './hideSecrets';
import { httpTransport } from './httpTransport';
import { requireTrustedTarget, sign } from './sign';

/** What sending with the credential of the login dialog needs of a node context. */
export interface LoginContext {
	helpers: { httpRequest(this: unknown, requestOptions: IHttpRequestOptions): Promise<unknown> };
	/** Only an execute context has it. */
	getExecutionCancelSignal?(): AbortSignal | undefined;
}

/**
 * Requests through n8n's own HTTP helper, authorized here: n8n never calls `authenticate` of an OAuth2
 * credential, and would send every request as `Bearer`. The helper still applies n8n's proxy settings,
 * network policy, and cancellation.
 *
 * Secrets are added only for the origin of the Base URL and for Meta's https hosts. A required proof of the
 * app secret is added; Meta has not acted on the request that lacked it.
 */
export function loginTransport(context: LoginContext, credential: Credential): Transport {
	const { appId, appSecret } = credential;
	return async (request) => {
		requireConnection(request, credential);
		const first = await send(context, credential, request);
		if (appSecret === '' || request.authentication === 'none' || !lacksProof(first)) return first;
		noteRequiredProof(appId);
		return await send(context, credential, request);
	};
}

async function send(
	context: LoginContext,
	credential: Credential,
	request: TransportRequest,
): Promise<TransportResponse> {
	let handedOver = false;
	const transport = httpTransport({
		send: async (options) => {
			const signed = authorized(options, request.authentication, credential);
			handedOver = true;
			return await context.helpers.httpRequest({
				...signed,
				abortSignal: context.getExecutionCancelSignal?.(),
			});
		},
		authorize: () => ({}),
		secrets: secretsOf(credential),
		wasSent: () => handedOver,
	});
	return await transport(request);
}

function authorized(
	options: IHttpRequestOptions,
	authentication: TransportRequest['authentication'],
	credential: Credential,
): IHttpRequestOptions {
	const request = { ...options, headers: withoutPrivate(options.headers) };
	if (authentication === 'none') return request;
	requireTrustedTarget(request, credential);
	return sign(request, authentication, credential);
}

/** @throws InvalidInputError while the credential has no token yet, before anything is sent */
function requireConnection(
	{ authentication }: TransportRequest,
	{ accessToken }: Credential,
): void {
	const usesToken = authentication === 'bearer' || authentication === 'oauth';
	if (!usesToken || accessToken !== '') return;
	throw new InvalidInputError(
		'credential.accessToken',
		'The credential is not connected to Facebook',
		'Open the credential in n8n, click "Connect" (n8n 1.x: "Connect my account"), and complete Meta\'s dialog.',
	);
}

/** The headers without those for `authenticate`, which nobody reads here. */
function withoutPrivate(headers: IHttpRequestOptions['headers']): IHttpRequestOptions['headers'] {
	const own: string[] = Object.values(PRIVATE_HEADERS);
	return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => !own.includes(name)));
}
