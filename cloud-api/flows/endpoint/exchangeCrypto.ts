import {
	constants,
	createCipheriv,
	createDecipheriv,
	createPrivateKey,
	privateDecrypt,
} from 'crypto';
import { isRecord, type Json } from '../../webhooks/read';

/** AES-128 and a 16-byte IV and tag (Meta: WhatsApp Flows, implementing your flow endpoint). */
const KEY_BYTES = 16;
const IV_BYTES = 16;
const TAG_BYTES = 16;

/** The symmetric key of one exchange; the answer uses it with the flipped IV. */
export interface ExchangeKey {
	aesKey: Buffer;
	/** The IV of the request. */
	iv: Buffer;
}

/** A request of WhatsApp to a flow's endpoint, decrypted. */
export interface DecryptedRequest extends ExchangeKey {
	clear: Json;
}

/**
 * Decrypts a request: RSA-OAEP with SHA-256 for hash and MGF1 gives the key of AES-128-GCM, whose tag is
 * at the end of the data.
 *
 * @param body the parsed JSON of the request
 * @param privateKeys PEM; the newest first, as earlier ones stay in use for a while after a change
 * @returns `undefined` when no key decrypts it or anything was changed on the way; then answer with 421
 */
export function decryptRequest(
	body: unknown,
	privateKeys: readonly string[],
): DecryptedRequest | undefined {
	if (!isRecord(body)) return undefined;
	const wrapped = bytes(body.encrypted_aes_key);
	const data = bytes(body.encrypted_flow_data);
	const iv = bytes(body.initial_vector);
	if (!wrapped || !data || iv?.length !== IV_BYTES || data.length < TAG_BYTES) return undefined;
	for (const pem of privateKeys) {
		const aesKey = unwrap(wrapped, pem);
		const clear = aesKey?.length === KEY_BYTES ? open(data, aesKey, iv) : undefined;
		if (aesKey && isRecord(clear)) return { clear, aesKey, iv };
	}
	return undefined;
}

/** Encrypts an answer with the key of its request and the IV with every bit flipped, as Base64. */
export function encryptAnswer(answer: Json, { aesKey, iv }: ExchangeKey): string {
	const cipher = createCipheriv('aes-128-gcm', aesKey, flipped(iv), { authTagLength: TAG_BYTES });
	const sealed = [cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()];
	return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64');
}

function unwrap(wrapped: Buffer, pem: string): Buffer | undefined {
	try {
		return privateDecrypt(
			{
				key: createPrivateKey(pem),
				padding: constants.RSA_PKCS1_OAEP_PADDING,
				oaepHash: 'sha256',
			},
			wrapped,
		);
	} catch {
		return undefined;
	}
}

function open(data: Buffer, aesKey: Buffer, iv: Buffer): unknown {
	try {
		const decipher = createDecipheriv('aes-128-gcm', aesKey, iv, { authTagLength: TAG_BYTES });
		decipher.setAuthTag(data.subarray(-TAG_BYTES));
		const clear = [decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()];
		return JSON.parse(Buffer.concat(clear).toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

function flipped(iv: Buffer): Buffer {
	return Buffer.from(iv.map((byte) => byte ^ 0xff));
}

function bytes(value: unknown): Buffer | undefined {
	if (typeof value !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
	return Buffer.from(value, 'base64');
}
