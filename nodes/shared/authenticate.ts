import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * Private header by which our transport tells the credential how to authenticate a request
 * (see `Authentication` in `cloud-api/transport.ts`). It is removed before the request leaves.
 */
export const AUTHENTICATION_HEADER = 'x-whatsapp-cloud-authentication';

/** Adds the token to a request; n8n calls it with the decrypted credential. */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	{ headers: given = {}, ...request }: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const { [AUTHENTICATION_HEADER]: way = 'bearer', ...headers } = given;
	const authorization = authorizationFor(String(way), credentials);
	return {
		...request,
		headers: authorization ? { ...headers, Authorization: authorization } : headers,
	};
}

function authorizationFor(
	way: string,
	{ accessToken, appId, appSecret }: ICredentialDataDecryptedObject,
): string | undefined {
	switch (way) {
		case 'none':
			return undefined;
		case 'app':
			return `Bearer ${trimmed(appId)}|${trimmed(appSecret)}`;
		case 'oauth':
			return `OAuth ${trimmed(accessToken)}`;
		default:
			return `Bearer ${trimmed(accessToken)}`;
	}
}

function trimmed(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
