import { createHmac } from 'crypto';

/**
 * The verify token of a callback, derived from its address and the app secret. Nothing needs to be
 * stored, and whoever holds the secret can register the same callback again, e.g. to put it back.
 *
 * Host and prefix do not count, so a production and a test address of one trigger share the token,
 * and it survives a move to another domain.
 *
 * @param path what identifies the callback, e.g. `<webhook ID>/whatsapp-cloud`
 */
export function verifyTokenFor(path: string, appSecret: string): string {
	return createHmac('sha256', appSecret).update(`verify token of ${path}`).digest('hex');
}
