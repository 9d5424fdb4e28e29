import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { PRIVATE_HEADERS, ticketOf, type Ticket } from './authorization';
import { tidyCredential } from './credential';
import { FLOW_KEY_HEADER, needsFlowKey } from './flowKeyOrders';
import { secretsOf } from './hideSecrets';
import { requireTrustedTarget, sign } from './sign';
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
		[FLOW_KEY_HEADER]: flowKey,
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
	if (needsFlowKey(flowKey, credential.flowPrivateKey))
		throw triggerPreAuth(stored, 'flowKey', ticket, String(flowKey));
	ticket?.secrets.push(...secretsOf(credential));
	return release(ticket, sign({ ...target, headers }, authentication, credential));
}

function release(ticket: Ticket | undefined, request: IHttpRequestOptions): IHttpRequestOptions {
	if (ticket) ticket.handedOver = true;
	return request;
}

function triggerPreAuth(
	stored: ICredentialDataDecryptedObject,
	action: TokenAction,
	ticket: Ticket | undefined,
	order?: string,
): Error {
	requestAction(stored, action, ticket, order);
	return Object.assign(new Error('The token is checked first'), { response: { status: 401 } });
}
