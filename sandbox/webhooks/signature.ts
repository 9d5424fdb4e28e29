import { createHmac } from 'crypto';
import type { Behavior } from '../control/types';

function hmac(algorithm: 'sha1' | 'sha256', secret: string, bytes: Buffer | string): string {
	return createHmac(algorithm, secret).update(bytes).digest('hex');
}

/**
 * The signature headers of a delivery, over the exact bytes sent. Modes other than `valid` sign
 * wrongly, to test that a receiver rejects them.
 */
export function signatureHeaders(
	bytes: Buffer,
	secret: string,
	mode: Behavior['webhooks']['signature'],
): Record<string, string> {
	const sha1 = `sha1=${hmac('sha1', secret, bytes)}`;
	switch (mode) {
		case 'valid':
			return {
				'X-Hub-Signature': sha1,
				'X-Hub-Signature-256': `sha256=${hmac('sha256', secret, bytes)}`,
			};
		case 'missing':
			return {};
		case 'sha1-only':
			return { 'X-Hub-Signature': sha1 };
		case 'wrong':
			return { 'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}` };
		case 'other-app':
			return {
				'X-Hub-Signature-256': `sha256=${hmac('sha256', 'another-app-secret', bytes)}`,
			};
		case 'reserialized': {
			const again = JSON.stringify(JSON.parse(bytes.toString()));
			return { 'X-Hub-Signature-256': `sha256=${hmac('sha256', secret, again)}` };
		}
	}
}
