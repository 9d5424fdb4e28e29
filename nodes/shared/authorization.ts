import type { Authentication } from '../../cloud-api/transport';

/**
 * Private headers by which our transport tells the credential how to authenticate a request. They are
 * removed before the request leaves.
 */
export const PRIVATE_HEADERS = {
	/** The way to authenticate, see `Authentication` in `cloud-api/transport.ts`. */
	way: 'x-whatsapp-cloud-authentication',
	/** Fingerprint of a token that must not be used any more: renew it first. */
	renew: 'x-whatsapp-cloud-renew',
	/** Present when the credential is being tested: look at all of it first. */
	test: 'x-whatsapp-cloud-test',
} as const;

interface Secrets {
	accessToken: string;
	appId: string;
	appSecret: string;
}

/** The `Authorization` header for a way to authenticate; none for `none`. */
export function authorizationHeader(
	way: Authentication,
	{ accessToken, appId, appSecret }: Secrets,
): Record<string, string> {
	switch (way) {
		case 'none':
			return {};
		case 'app':
			return { Authorization: `Bearer ${appId}|${appSecret}` };
		case 'oauth':
			return { Authorization: `OAuth ${accessToken}` };
		case 'bearer':
			return { Authorization: `Bearer ${accessToken}` };
	}
}
