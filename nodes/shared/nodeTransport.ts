import type { FunctionsBase, IHttpRequestOptions } from 'n8n-workflow';
import { ConnectionError } from '../../cloud-api/errors/cloudApiError';
import { isErrorEnvelope, readEnvelope } from '../../cloud-api/errors/envelope';
import type { Transport, TransportResponse } from '../../cloud-api/transport';
import { asksForProof, noteDemand } from './appSecretProof';
import { PRIVATE_HEADERS } from './authorization';
import { CREDENTIAL_TYPE, type Credential } from './credential';
import { httpTransport } from './httpTransport';
import { fingerprint } from './tokenRenewal';

/** What a node context must offer for talking to Meta; execute, hook, webhook and list contexts all do. */
export interface HttpContext extends Pick<FunctionsBase, 'getNode'> {
	helpers: {
		httpRequestWithAuthentication(
			this: unknown,
			credentialsType: string,
			requestOptions: IHttpRequestOptions,
		): Promise<unknown>;
	};
}

/**
 * Requests through n8n's own HTTP helper with the node's credential, which brings n8n's proxy settings,
 * network policy, cancellation and token renewal.
 *
 * A refused token is renewed and the request sent once more where the credential allows it; a demanded
 * proof of the app secret is added. Meta acts on neither of the refused requests.
 */
export function nodeTransport(context: HttpContext, credential: Credential): Transport {
	const { accessToken, appId, appSecret } = credential;
	const plain = httpTransport(
		async (request) =>
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_TYPE, request),
		(way) => ({ [PRIVATE_HEADERS.way]: way }),
	);
	return hideSecrets([accessToken, appSecret, credential.previousAppSecret], async (request) => {
		const sendWith = async (more: Record<string, string>) =>
			await plain({ ...request, headers: { ...request.headers, ...more } });
		const first = await sendWith({});
		const usesToken = request.authentication === 'bearer' || request.authentication === 'oauth';
		if (!usesToken || appId === '' || appSecret === '') return first;
		if (asksForProof(first)) {
			noteDemand(appId);
			return await sendWith({});
		}
		if (!isRefusedToken(first) || !credential.renewAutomatically) return first;
		try {
			return await sendWith({ [PRIVATE_HEADERS.renew]: fingerprint(accessToken) });
		} catch (error) {
			return unlessLost(error, first);
		}
	});
}

function isRefusedToken({ status, body }: TransportResponse): boolean {
	return status >= 400 && isErrorEnvelope(body) && readEnvelope(body).code === 190;
}

/**
 * A renewal that came to nothing: Meta's first word says why. But where the repeated request may have
 * arrived, it must not pass for refused.
 */
function unlessLost(error: unknown, first: TransportResponse): TransportResponse {
	if (error instanceof ConnectionError && error.mayHaveReachedMeta) throw error;
	return first;
}

/** Meta's refusals may quote the token they refuse; nobody further in gets to see it. */
function hideSecrets(secrets: string[], transport: Transport): Transport {
	const hidden = secrets.filter((secret) => secret.length >= 8);
	return async (request) => {
		const response = await transport(request);
		if (response.status < 400 || !isErrorEnvelope(response.body)) return response;
		let text = JSON.stringify(response.body);
		for (const secret of hidden) text = text.replaceAll(secret, '[hidden]');
		return { ...response, body: JSON.parse(text) as unknown };
	};
}
