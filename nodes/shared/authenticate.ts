import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { isTrustedUrl, META_HOST } from '../../cloud-api/hosts';
import { proofOf, requiresProof } from './appSecretProof';
import { authorizationHeader, PRIVATE_HEADERS, ticketOf, type Ticket } from './authorization';
import { tidyCredential, type Credential } from './credential';
import {
	fingerprint,
	needsAttention,
	requestAction,
	wasPerformed,
	type TokenAction,
} from './tokenRenewal';

/**
 * Adds the token to a request; n8n calls it with the decrypted credential, for our nodes and for every
 * other node that uses the credential (HTTP Request).
 *
 * Secrets are added only for the origin of the Base URL and for Meta's https hosts. A token that has to be
 * checked or renewed first makes it throw what n8n takes for a rejected request: n8n then calls
 * `preAuthentication`, stores what that returns, and calls this again. Nothing has been sent by then.
 */
export async function authenticate(
	stored: ICredentialDataDecryptedObject,
	{ headers: input = {}, ...request }: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const {
		[PRIVATE_HEADERS.ticket]: ticketId,
		[PRIVATE_HEADERS.renew]: renew,
		[PRIVATE_HEADERS.test]: test,
		...headers
	} = input;
	const credential = tidyCredential(stored);
	const ticket = ticketOf(ticketId);
	const authentication = ticket?.authentication ?? 'bearer';
	const isTest = test !== undefined;
	const target = isTest ? { ...request, baseURL: credential.baseUrl } : request;
	if (authentication === 'none') return release(ticket, { ...target, headers });
	requireTrustedTarget(target, credential);
	const usesToken = authentication !== 'app';
	const action = isTest
		? 'test'
		: renew !== undefined && renew === fingerprint(credential.accessToken)
			? 'renew'
			: usesToken && needsAttention(credential)
				? 'check'
				: undefined;
	if (action && !wasPerformed(stored, action)) throw triggerPreAuth(stored, action, ticket);
	return release(ticket, {
		...target,
		headers: { ...headers, ...authorizationHeader(authentication, credential) },
		sendCredentialsOnCrossOriginRedirect: false,
		...(usesToken &&
			requiresProof(credential) && {
				qs: { ...request.qs, ...proofOf(credential.appSecret, credential.accessToken) },
			}),
	});
}

function release(ticket: Ticket | undefined, request: IHttpRequestOptions): IHttpRequestOptions {
	if (ticket) ticket.handedOver = true;
	return request;
}

function triggerPreAuth(
	stored: ICredentialDataDecryptedObject,
	action: TokenAction,
	ticket: Ticket | undefined,
): Error {
	requestAction(stored, action, ticket);
	return Object.assign(new Error('The token is checked first'), { response: { status: 401 } });
}

/** What the helpers of n8n call the address; the older ones say `uri`. */
type Target = IHttpRequestOptions & { uri?: unknown; rejectUnauthorized?: boolean };

function requireTrustedTarget(request: Target, credential: Credential): void {
	const url = addressOf(request);
	const { proxy, skipSslCertificateValidation, rejectUnauthorized } = request;
	const { protocol = '', hostname = '' } = URL.canParse(url) ? new URL(url) : {};
	const unverified = skipSslCertificateValidation === true || rejectUnauthorized === false;
	// A proxy that the workflow chose reads everything else.
	const readable = proxy !== undefined && (unverified || protocol !== 'https:');
	const impersonable = unverified && META_HOST.test(hostname);
	if (isTrustedUrl(url, credential.baseUrl) && !readable && !impersonable) return;
	throw new Error(
		`The WhatsApp Cloud API credential is used only for ${credential.baseUrl} and Meta's own hosts over a verified connection. Use another credential for this address, or change the Base URL of this one.`,
	);
}

/** As axios joins `baseURL` and `url`. */
function addressOf({ baseURL, url, uri }: Target): string {
	const address = String(url ?? uri ?? '');
	if (!baseURL || /^([a-z][a-z\d+\-.]*:)?\/\//i.test(address)) return address;
	return `${baseURL.replace(/\/+$/, '')}/${address.replace(/^\/+/, '')}`;
}
