import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Authentication } from '../../cloud-api/transport';
import { demandsProof, proofOf } from './appSecretProof';
import { authorizationHeader, PRIVATE_HEADERS } from './authorization';
import { tidyCredential } from './credential';
import { askFor, fingerprint, wantsAttention, wasServed, type Wish } from './tokenRenewal';

/**
 * Adds the token to a request; n8n calls it with the decrypted credential.
 *
 * A token that has to be looked at or renewed first makes it throw what n8n takes for a refused
 * request: n8n then calls `preAuthentication`, stores what that returns, and calls this again. Nothing
 * has left by then, so uploads survive it too.
 */
export async function authenticate(
	stored: ICredentialDataDecryptedObject,
	{ headers: given = {}, ...request }: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const {
		[PRIVATE_HEADERS.way]: way = 'bearer',
		[PRIVATE_HEADERS.renew]: renew,
		[PRIVATE_HEADERS.test]: test,
		...headers
	} = given;
	const credential = tidyCredential(stored);
	const usesToken = way !== 'none' && way !== 'app';
	const wish: Wish | undefined =
		test !== undefined
			? 'test'
			: renew !== undefined && renew === fingerprint(credential.accessToken)
				? 'renew'
				: usesToken && wantsAttention(stored)
					? 'attention'
					: undefined;
	if (wish && !wasServed(stored, wish)) throw stale(stored, wish);
	return {
		...request,
		headers: { ...headers, ...authorizationHeader(way as Authentication, credential) },
		...(usesToken &&
			demandsProof(credential) && {
				qs: { ...request.qs, ...proofOf(credential.appSecret, credential.accessToken) },
			}),
	};
}

function stale(stored: ICredentialDataDecryptedObject, wish: Wish): Error {
	askFor(stored, wish);
	return Object.assign(new Error('The token is looked at first'), { response: { status: 401 } });
}
