import type { Sandbox } from '../sandbox';

/** The credential that a user would make to talk to this sandbox instead of Meta. */
export function sandboxCredential({ seed, url }: Pick<Sandbox, 'seed' | 'url'>) {
	const { accessToken, businessAccountId, phoneNumberId, appId, appSecret } = seed;
	const ids = { businessAccountId, phoneNumberId, appId };
	const data = { ...ids, accessToken, appSecret, graphVersion: 'v25.0', baseUrl: url };
	return { name: 'WhatsApp sandbox', type: 'whatsAppCloudApi', data };
}
