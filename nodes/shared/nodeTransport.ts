import type { FunctionsBase, IHttpRequestOptions } from 'n8n-workflow';
import { isErrorEnvelope, readEnvelope } from '../../cloud-api/errors/envelope';
import type { Transport, TransportResponse } from '../../cloud-api/transport';
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

/** Apps that were seen to demand a proof of the app secret; each further request carries it at once. */
const appsThatDemandProof = new Set<string>();

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
		const usesToken = request.authentication === 'bearer' || request.authentication === 'oauth';
		const proof: Record<string, string> =
			usesToken && appsThatDemandProof.has(appId) ? { [PRIVATE_HEADERS.proof]: '1' } : {};
		const first = await sendWith(proof);
		const ask = usesToken && appId !== '' && appSecret !== '' ? whatItTakes(first) : undefined;
		if (ask === 'proof') {
			appsThatDemandProof.add(appId);
			return await sendWith({ [PRIVATE_HEADERS.proof]: '1' });
		}
		if (ask !== 'renewal' || !credential.renewAutomatically) return first;
		try {
			return await sendWith({ ...proof, [PRIVATE_HEADERS.renew]: fingerprint(accessToken) });
		} catch {
			return first; // The renewal came to nothing: Meta's first word says why.
		}
	});
}

/** What would make Meta accept a refused request, if anything that we can do by ourselves. */
function whatItTakes({ status, body }: TransportResponse): 'renewal' | 'proof' | undefined {
	if (status < 400 || !isErrorEnvelope(body)) return undefined;
	const { code, message } = readEnvelope(body);
	if (code === 190) return 'renewal';
	// Only a missing proof is asked for; a wrong one, with which the trigger tests the app secret, stays refused.
	return code === 100 && /requires? an appsecret_proof/i.test(message) ? 'proof' : undefined;
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
