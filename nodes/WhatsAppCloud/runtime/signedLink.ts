import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';

/**
 * Returns a public link to binary data of n8n that expires.
 *
 * @param hours until the link expires
 * @param api the Base URL; a local sandbox can also open local links
 * @param field the parameter of the file, for errors
 * @throws InvalidInputError that names the setting to change if n8n cannot create such links
 */
export function signedLink(
	{ helpers }: IExecuteFunctions,
	binary: IBinaryData,
	{ hours, api, field }: { hours: number; api: string; field: string },
): string {
	if (binary.id === undefined)
		throw new InvalidInputError(
			field,
			'The file cannot be sent as a link, because n8n keeps binary data in memory',
			'Set the environment variable N8N_DEFAULT_BINARY_DATA_MODE of n8n to "filesystem", "database", or "s3", or choose another option in "If the File Is Rejected".',
		);
	if (typeof helpers.createBinarySignedUrl !== 'function')
		throw new InvalidInputError(
			field,
			'The file cannot be sent as a link, because this version of n8n cannot create links to binary data',
			'Update n8n, or choose another option in "If the File Is Rejected".',
		);
	const link = helpers.createBinarySignedUrl(binary, `${Math.round(hours * 3600)}s`);
	if (isPrivate(link) && !isPrivate(api))
		throw new InvalidInputError(
			field,
			`The file cannot be sent as a link, because the address of this n8n (${new URL(link).host}) is not public`,
			'Set the environment variable N8N_EDITOR_BASE_URL or WEBHOOK_URL (N8N_WEBHOOK_URL) of n8n to its public address.',
		);
	return link;
}

/** Whether a URL is on this computer or in a private network. */
export function isPrivate(url: string): boolean {
	const host = new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase();
	if (/^(10|127|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)) return true;
	if (/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(host)) return true;
	if (host.includes(':')) return /^(::1?$|fe80:|f[cd])/.test(host);
	return !host.includes('.') || /\.(local|localhost|internal|lan|home|test|invalid)$/.test(host);
}
