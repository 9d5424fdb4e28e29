/** Meta's own domains (Meta: Graph API, media). */
export const META_HOST = /(^|\.)(facebook\.com|fbsbx\.com|whatsapp\.net)$/;

/**
 * Whether a request to `url` may carry a secret: the origin of the base URL, or one of Meta's hosts over
 * https. `false` for anything that is not a URL.
 */
export function isTrustedUrl(url: string, baseUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const target = new URL(url);
	if (URL.canParse(baseUrl) && target.origin === new URL(baseUrl).origin) {
		return target.protocol === 'https:' || target.protocol === 'http:';
	}
	return target.protocol === 'https:' && META_HOST.test(target.hostname);
}
