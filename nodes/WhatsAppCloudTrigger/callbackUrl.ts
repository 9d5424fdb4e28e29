import { verifyTokenFor } from '../../cloud-api/webhooks/verifyToken';

/** The last part of every callback of this node; it tells our callbacks from those of other nodes and programs. */
export const CALLBACK_PATH = 'whatsapp-cloud';

/** Meta's limit for the callback of a number or an account. */
export const MAX_OVERRIDE_URL = 200;

/** Whether a callback belongs to a trigger of this package, of this n8n or another. */
export function isTriggerUrl(url: string): boolean {
	return segmentsOf(url).at(-1) === CALLBACK_PATH;
}

/**
 * The address under which a trigger for a number or account subscribes the app to fields: Meta demands
 * a callback there, too. It is marked, so that a trigger for the whole app may take its place.
 */
export function placeholderUrl(url: string): string {
	return `${withoutQuery(url)}?${PLACEHOLDER}`;
}

export function isPlaceholder(url: string): boolean {
	return isTriggerUrl(url) && url.endsWith(`?${PLACEHOLDER}`);
}

const PLACEHOLDER = 'only=fields';

export function withoutQuery(url: string): string {
	return url.split('?')[0];
}

/** Whether two callbacks are the production and the test address of one trigger, or the same. */
export function isSameTrigger(a: string, b: string): boolean {
	return identityOf(a) === identityOf(b) && originOf(a) === originOf(b);
}

export function originOf(url: string): string {
	return URL.canParse(url) ? new URL(url).origin : '';
}

/** The verify token that the trigger under this address expects. */
export function tokenOf(url: string, appSecret: string): string {
	return verifyTokenFor(identityOf(url), appSecret);
}

/** The production address that belongs to a test address, under n8n's standard paths. */
export function productionUrl(testUrl: string): string {
	return testUrl.replace('/webhook-test/', '/webhook/');
}

/** Why Meta cannot call an address, in words; nothing when it looks reachable. */
export function unreachableReason(url: string): string | undefined {
	if (!URL.canParse(url)) return 'it is not a complete address';
	const { protocol, hostname } = new URL(url);
	if (isLocalHost(hostname)) return `${hostname} is only known inside your own network`;
	if (protocol !== 'https:') return 'Meta calls https addresses only';
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

/** `<webhook ID>/whatsapp-cloud`: what stays the same in test and production, behind any proxy. */
function identityOf(url: string): string {
	return segmentsOf(url).slice(-2).join('/').toLowerCase();
}

function segmentsOf(url: string): string[] {
	return URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean) : [];
}
