import { verifyTokenFor } from '../../cloud-api/webhooks/verifyToken';

/** The last part of every callback URL of the trigger; it tells them from those of other programs. */
export const CALLBACK_PATH = 'whatsapp-cloud';

/** Meta's limit for the callback URL of a phone number or an account, in characters (Meta: webhook overrides). */
export const MAX_OVERRIDE_URL = 200;

const PLACEHOLDER = 'only=fields';
const RESTORE = 'restore=';

/** Whether a callback URL belongs to a trigger of this package, on this n8n or another. */
export function isTriggerUrl(url: string): boolean {
	return segmentsOf(url).at(-1) === CALLBACK_PATH;
}

/**
 * The callback URL with which a trigger for a phone number or account subscribes the app to fields:
 * Meta requires one there, too. Its mark says that a trigger for the whole app may replace it.
 */
export function placeholderUrl(url: string): string {
	return `${withoutQuery(url)}?${PLACEHOLDER}`;
}

export function isPlaceholder(url: string): boolean {
	return isTriggerUrl(url) && url.endsWith(`?${PLACEHOLDER}`);
}

export function withoutQuery(url: string): string {
	return url.split('?')[0];
}

/** `<webhook ID>/whatsapp-cloud` in lower case: identical in test and production and on any domain. */
export function identityOf(url: string): string {
	return segmentsOf(url).slice(-2).join('/').toLowerCase();
}

/** Whether two callback URLs have the same webhook ID, on whatever domain and path. */
export function hasSameWebhookId(a: string, b: string): boolean {
	return isTriggerUrl(a) && isTriggerUrl(b) && identityOf(a) === identityOf(b);
}

/** Whether two callback URLs have the same origin and path prefix, and so on the same n8n. */
export function hasSameBase(a: string, b: string): boolean {
	const base = baseOf(a);
	return base !== '' && base === baseOf(b);
}

/** Whether two callback URLs are the production and test URL of one trigger of one n8n, or equal. */
export function isSameTrigger(a: string, b: string): boolean {
	return hasSameWebhookId(a, b) && hasSameBase(a, b);
}

/** The verify token that the trigger with this callback URL expects. */
export function tokenOf(url: string, appSecret: string): string {
	return verifyTokenFor(identityOf(url), appSecret);
}

/**
 * The URL that a test run registers. It carries the callback URL to restore where that cannot be
 * derived from the test URL, so that it survives a crash during the test. Left out where the result
 * would exceed {@link MAX_OVERRIDE_URL}.
 */
export function testCallbackUrl(testUrl: string, replaced: string | undefined): string {
	if (replaced === undefined || withoutQuery(replaced) === testUrl) return testUrl;
	if (replaced === derivedProductionUrl(testUrl)) return testUrl;
	const { origin } = new URL(testUrl);
	const target = replaced.startsWith(`${origin}/`) ? replaced.slice(origin.length) : replaced;
	const url = `${testUrl}?${RESTORE}${target.replace('?', '%3F')}`;
	return url.length <= MAX_OVERRIDE_URL ? url : testUrl;
}

/** The callback URL that a leftover test URL replaced, if it is known. */
export function replacedUrl(testUrl: string): string | undefined {
	const query = testUrl.split('?')[1] ?? '';
	if (!query.startsWith(RESTORE)) return derivedProductionUrl(withoutQuery(testUrl));
	const target = query.slice(RESTORE.length).replace('%3F', '?');
	return target.startsWith('/') ? `${new URL(testUrl).origin}${target}` : target;
}

/**
 * Whether a callback URL is that of a test run: by n8n's standard path, or because it lies beside ours
 * under the other endpoint name.
 *
 * @param own a callback URL of this n8n
 * @param ownIsTest whether that one is a test URL
 */
export function isTestUrl(url: string, own: string, ownIsTest: boolean): boolean {
	if (!isTriggerUrl(url)) return false;
	const endpoint = segmentsOf(url).at(-3);
	if (hasSameBase(url, own)) return (endpoint === segmentsOf(own).at(-3)) === ownIsTest;
	return endpoint === 'webhook-test';
}

/** Why Meta cannot call a URL, in words; nothing when it looks reachable. */
export function unreachableReason(url: string): string | undefined {
	if (!URL.canParse(url)) return 'it is not a complete address';
	const { protocol, hostname } = new URL(url);
	if (isLocalHost(hostname)) return `${hostname} is known only inside your own network`;
	if (protocol !== 'https:') return 'Meta calls only https addresses';
	return undefined;
}

/** Names and addresses that do not exist on the public internet. */
export function isLocalHost(hostname: string): boolean {
	const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
	return (
		/^(127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(host) ||
		/^(::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)$/.test(host) ||
		/(^|\.)(localhost|local|internal|lan|home|test)$/.test(host) ||
		!/[.:]/.test(host)
	);
}

/** The production URL under n8n's standard paths. */
function derivedProductionUrl(testUrl: string): string | undefined {
	const url = testUrl.replace('/webhook-test/', '/webhook/');
	return url === testUrl ? undefined : url;
}

/** Origin and path in front of `<endpoint>/<webhook ID>/whatsapp-cloud`. */
function baseOf(url: string): string {
	const segments = segmentsOf(url);
	if (segments.length < 3) return '';
	return [new URL(url).origin, ...segments.slice(0, -3)].join('/');
}

function segmentsOf(url: string): string[] {
	return URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean) : [];
}
