import { createHash, createHmac } from 'crypto';

/** Hex SHA-256. */
export function sha256Hex(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}

/** Hex HMAC-SHA256, as `appsecret_proof` requires. */
export function hmacHex(secret: string, content: string): string {
	return createHmac('sha256', secret).update(content).digest('hex');
}
