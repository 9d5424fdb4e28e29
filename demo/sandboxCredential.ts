import type { Sandbox } from '../sandbox';

/** What the credential needs to know of a sandbox. */
type Source = Pick<Sandbox, 'seed' | 'url'>;

/** Returns the values of a WhatsApp Cloud API credential for a sandbox, as a user would enter them. */
export function credentialData({ seed, url }: Source) {
	const { accessToken, businessAccountId, phoneNumberId, appId, appSecret } = seed;
	return { accessToken, businessAccountId, phoneNumberId, appId, appSecret, baseUrl: url };
}

/** Returns the credential as n8n's REST API creates it. */
export function sandboxCredential(source: Source) {
	const data = { ...credentialData(source), graphVersion: 'v25.0' };
	return { name: 'WhatsApp sandbox', type: 'whatsAppCloudApi', data };
}

/**
 * Returns the values of a WhatsApp Cloud OAuth2 API credential that is connected to a sandbox: what a user
 * enters, and the token as n8n stores it after the login dialog.
 */
export function connectedCredentialData({ seed, url }: Source, token = seed.accessToken) {
	return {
		appId: seed.appId,
		appSecret: seed.appSecret,
		baseUrl: url,
		oauthTokenData: { access_token: token, token_type: 'bearer' },
	};
}
