import { createCipheriv, createDecipheriv, publicEncrypt, randomBytes, constants } from 'crypto';
import type { KeyObject } from 'crypto';

/** What travels to an endpoint. All values are base64. */
export interface EncryptedRequest {
	encrypted_flow_data: string;
	encrypted_aes_key: string;
	initial_vector: string;
}

/** The key and vector of one request, with which its answer is encrypted. */
export interface ExchangeKey {
	aesKey: Buffer;
	iv: Buffer;
}

const TAG = 16;

/**
 * Encrypts a request: AES-128-GCM with a new key and a 16-byte vector, the tag at the end; the key
 * with RSA-OAEP and SHA-256 (Meta: "Implementing endpoints for Flows").
 */
export function seal(
	payload: object,
	publicKey: KeyObject,
): { request: EncryptedRequest; exchange: ExchangeKey } {
	const [aesKey, iv] = [randomBytes(16), randomBytes(16)];
	const cipher = createCipheriv('aes-128-gcm', aesKey, iv);
	const data = Buffer.concat([
		cipher.update(JSON.stringify(payload), 'utf8'),
		cipher.final(),
		cipher.getAuthTag(),
	]);
	const wrapped = publicEncrypt(
		{ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
		aesKey,
	);
	return {
		request: {
			encrypted_flow_data: data.toString('base64'),
			encrypted_aes_key: wrapped.toString('base64'),
			initial_vector: iv.toString('base64'),
		},
		exchange: { aesKey, iv },
	};
}

/** Decrypts an answer: base64, the request's key, every bit of the vector flipped. Throws if it does not fit. */
export function unseal(text: string, { aesKey, iv }: ExchangeKey): unknown {
	const trimmed = text.trim();
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(trimmed)) throw new Error('The answer is not base64');
	const bytes = Buffer.from(trimmed, 'base64');
	if (bytes.length <= TAG) throw new Error('The answer is too short');
	const flipped = Buffer.from(iv.map((byte) => byte ^ 0xff));
	const decipher = createDecipheriv('aes-128-gcm', aesKey, flipped);
	decipher.setAuthTag(bytes.subarray(-TAG));
	const clear = Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
	return JSON.parse(clear.toString('utf8')) as unknown;
}
