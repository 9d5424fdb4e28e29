import { createHmac, timingSafeEqual } from 'crypto';

/**
 * The result of checking a delivery's `X-Hub-Signature-256`.
 *
 * - `valid`: made with one of the secrets over exactly these bytes
 * - `missing`: there is no such header, so the delivery is not Meta's
 * - `malformed`: the header is not `sha256=` and 64 lowercase hexadecimal digits
 * - `mismatch`: made with another secret (another app's) or over other bytes (changed on the way)
 */
export type SignatureCheck = 'valid' | 'missing' | 'malformed' | 'mismatch';

const FORMAT = /^sha256=[0-9a-f]{64}$/;

/**
 * Checks a delivery's signature over the raw bytes, in constant time. Never throws.
 *
 * The bytes must be those that arrived: Meta signs its own spelling of the JSON (`\uXXXX`, `\/`), so
 * a body that was parsed and serialized again does not match. Several secrets are accepted while an
 * app secret is being changed; empty ones are ignored.
 *
 * Meta signs neither a time nor a delivery number: a replay is only recognised by its message ID.
 */
export function checkSignature(
	rawBody: Uint8Array | string,
	header: unknown,
	secrets: ReadonlyArray<string | undefined>,
): SignatureCheck {
	if (header === undefined || header === null || header === '') return 'missing';
	if (typeof header !== 'string' || !FORMAT.test(header)) return 'malformed';
	const input = Buffer.from(header.slice('sha256='.length), 'hex');
	for (const secret of secrets) {
		if (secret && timingSafeEqual(input, digest(rawBody, secret))) return 'valid';
	}
	return 'mismatch';
}

/** The header value that Meta would send for this body: for tests and for probing one's own callback. */
export function signatureOf(rawBody: Uint8Array | string, secret: string): string {
	return `sha256=${digest(rawBody, secret).toString('hex')}`;
}

function digest(rawBody: Uint8Array | string, secret: string): Buffer {
	return createHmac('sha256', secret).update(rawBody).digest();
}
