import { InvalidInputError } from '../../cloud-api/errors/cloudApiError';

const DEFAULT = 'https://graph.facebook.com';

/**
 * The Base URL of the credential without a trailing slash; a missing scheme is added.
 *
 * @throws InvalidInputError unless it is https, or http to this machine or a private network
 */
export function normalizeBaseUrl(input: string): string {
	if (input === '') return DEFAULT;
	const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(input) ? input : addScheme(input);
	const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
		throw invalid(`"${shown(input)}" is not a web address`);
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		throw invalid('It contains more than a host and a path');
	}
	if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
		throw invalid(`It would send the access token to ${url.hostname} without encryption`);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function addScheme(input: string): string {
	const host = URL.canParse(`http://${input}`) ? new URL(`http://${input}`).hostname : '';
	return `${isPrivateHost(host) ? 'http' : 'https'}://${input}`;
}

/** Loopback, private and link-local networks, and names that no public DNS resolves. */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
	if (host === '::1' || /^f[cd][\da-f]{2}:/.test(host) || /^fe80:/.test(host)) return true;
	if (/^(127|10)\.\d+\.\d+\.\d+$/.test(host) || /^(192\.168|169\.254)\.\d+\.\d+$/.test(host)) {
		return true;
	}
	if (/^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host)) return true;
	return /(^|\.)(localhost|local|internal|lan|test)$/.test(host) || /^[a-z][a-z\d-]*$/.test(host);
}

function invalid(why: string): InvalidInputError {
	return new InvalidInputError(
		'credential.baseUrl',
		`The Base URL of the credential is invalid. ${why}`,
		`Enter ${DEFAULT}, or the https address of your gateway. Plain http is allowed only for this machine and private networks, e.g. http://localhost:3900.`,
	);
}

function shown(input: string): string {
	return input.replace(/\/\/[^/@]*@/, '//…@').slice(0, 60);
}
