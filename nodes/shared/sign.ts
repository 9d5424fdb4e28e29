import type { IHttpRequestOptions } from 'n8n-workflow';
import { isTrustedUrl, META_HOST } from '../../cloud-api/hosts';
import type { Authentication } from '../../cloud-api/transport';
import { proofOf, requiresProof } from './appSecretProof';
import { authorizationHeader } from './authorization';
import type { Credential } from './credential';

/**
 * A request with its authorization, and with the proof of the app secret where the app requires one. Call
 * {@link requireTrustedTarget} first.
 */
export function sign(
	request: IHttpRequestOptions,
	authentication: Authentication,
	credential: Credential,
): IHttpRequestOptions {
	const usesToken = authentication === 'bearer' || authentication === 'oauth';
	return {
		...request,
		headers: { ...request.headers, ...authorizationHeader(authentication, credential) },
		sendCredentialsOnCrossOriginRedirect: false,
		...(usesToken &&
			requiresProof(credential) && {
				qs: { ...request.qs, ...proofOf(credential.appSecret, credential.accessToken) },
			}),
	};
}

/** What the helpers of n8n call the address; the older ones say `uri`. */
type Target = IHttpRequestOptions & { uri?: unknown; rejectUnauthorized?: boolean };

/**
 * Makes sure that a secret goes only to the origin of the Base URL and to Meta's https hosts.
 *
 * @throws Error that names the Base URL
 */
export function requireTrustedTarget(request: Target, credential: Credential): void {
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
