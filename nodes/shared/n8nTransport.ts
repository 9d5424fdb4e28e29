import type { FunctionsBase, IHttpRequestOptions } from 'n8n-workflow';
import { ConnectionError } from '../../cloud-api/errors/cloudApiError';
import { isErrorEnvelope, readEnvelope } from '../../cloud-api/errors/envelope';
import type { Transport, TransportRequest, TransportResponse } from '../../cloud-api/transport';
import { lacksProof, noteRequiredProof } from './appSecretProof';
import { issueTicket, PRIVATE_HEADERS } from './authorization';
import { CREDENTIAL_TYPE, type Credential } from './credential';
import { secretsOf } from './hideSecrets';
import { httpTransport } from './httpTransport';
import { loginTransport, type LoginContext } from './loginTransport';
import { fingerprint } from './tokenRenewal';

/** What talking to Meta needs of a node context; execute, hook, webhook, and list contexts have it. */
export interface HttpContext extends Pick<FunctionsBase, 'getNode'>, LoginContext {
	helpers: LoginContext['helpers'] & {
		httpRequestWithAuthentication(
			this: unknown,
			credentialsType: string,
			requestOptions: IHttpRequestOptions,
		): Promise<unknown>;
	};
}

/**
 * Requests through n8n's own HTTP helper with the node's credential of either kind, which applies n8n's
 * proxy settings, network policy, cancellation, and token renewal.
 *
 * A rejected token is renewed and the request sent again where the credential allows it; a required proof
 * of the app secret is added. Meta acts on neither of the rejected requests.
 */
export function n8nTransport(context: HttpContext, credential: Credential): Transport {
	if (credential.kind === 'oAuth2') return loginTransport(context, credential);
	const { accessToken, appId, appSecret } = credential;
	const secrets = secretsOf(credential);
	const send = async (request: TransportRequest, more: Record<string, string> = {}) =>
		await sendTicketed(context, secrets, {
			...request,
			headers: { ...request.headers, ...more },
		});
	return async (request) => {
		const first = await send(request);
		const usesToken = request.authentication === 'bearer' || request.authentication === 'oauth';
		if (!usesToken || appId === '' || appSecret === '') return first;
		if (lacksProof(first)) {
			noteRequiredProof(appId);
			return await send(request);
		}
		if (!isRejectedToken(first) || !credential.renewAutomatically) return first;
		try {
			return await send(request, { [PRIVATE_HEADERS.renew]: fingerprint(accessToken) });
		} catch (error) {
			return unlessLost(error, first);
		}
	};
}

/** How often a request is sent again because its token was checked or renewed on the way. */
const MAX_RESENDS = 3;

/** Sends with a ticket; after a check or renewal of the token, n8n reads the stored one again. */
async function sendTicketed(
	context: HttpContext,
	secrets: string[],
	request: TransportRequest,
	resends = MAX_RESENDS,
): Promise<TransportResponse> {
	const { headers, ticket, close } = issueTicket(request.authentication, secrets);
	const transport = httpTransport({
		send: async (options) =>
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_TYPE, options),
		authorize: () => headers,
		secrets: ticket.secrets,
		wasSent: () => ticket.handedOver,
	});
	try {
		return await transport(request);
	} catch (error) {
		if (!ticket.renewed || resends === 0) return await Promise.reject<TransportResponse>(error);
		return await sendTicketed(context, secrets, request, resends - 1);
	} finally {
		close();
	}
}

function isRejectedToken({ status, body }: TransportResponse): boolean {
	return status >= 400 && isErrorEnvelope(body) && readEnvelope(body).code === 190;
}

/**
 * A renewal that failed: Meta's first answer says why. But a retry that may have arrived must not be
 * reported as rejected.
 */
function unlessLost(error: unknown, first: TransportResponse): TransportResponse {
	if (error instanceof ConnectionError && error.mayHaveReachedMeta) throw error;
	return first;
}
