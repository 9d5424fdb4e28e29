import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'crypto';
import { InvalidInputError } from '../../errors/cloudApiError';
import { isRecord, text, type Json } from '../../webhooks/read';

const MAC_BYTES = 10;

/** A file that a customer attached in a flow with an endpoint; Meta keeps it for 20 days. */
export interface EncryptedFlowFile {
	/** The field of the data that holds it, e.g. `photos[0]`. */
	field: string;
	mediaId?: string;
	fileName?: string;
	url: string;
	metadata: Json;
}

/** The files in the data of an exchange: lists of `{ cdn_url, file_name, encryption_metadata }`. */
export function encryptedFiles(data: Json): EncryptedFlowFile[] {
	return Object.entries(data).flatMap(([field, value]) =>
		(Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((entry, index) => {
			if (!isRecord(entry) || !isRecord(entry.encryption_metadata)) return [];
			const url = text(entry.cdn_url);
			if (url === undefined) return [];
			return [
				{
					field: Array.isArray(value) ? `${field}[${index}]` : field,
					mediaId: text(entry.media_id),
					fileName: text(entry.file_name),
					url,
					metadata: entry.encryption_metadata,
				},
			];
		}),
	);
}

/**
 * Checks and decrypts a file from the CDN: SHA-256 of the whole file, the first 10 bytes of HMAC-SHA256 over
 * IV and ciphertext at its end, AES-256-CBC, and SHA-256 of the content (Meta: WhatsApp Flows, media
 * upload).
 *
 * @throws InvalidInputError when a check fails; the content is then not returned
 */
export function decryptFlowFile(file: Buffer, metadata: Json): Buffer {
	const value = (name: string) => Buffer.from(text(metadata[name]) ?? '', 'base64');
	if (!isHashOf(file, value('encrypted_hash'))) throw damaged('the encrypted file was changed');
	const sealed = file.subarray(0, -MAC_BYTES);
	const iv = value('iv');
	const mac = createHmac('sha256', value('hmac_key')).update(iv).update(sealed).digest();
	if (!isEqual(mac.subarray(0, MAC_BYTES), file.subarray(-MAC_BYTES)))
		throw damaged('its signature does not match');
	const content = decrypted(sealed, value('encryption_key'), iv);
	if (content === undefined) throw damaged('it cannot be decrypted');
	if (!isHashOf(content, value('plaintext_hash'))) throw damaged('its content was changed');
	return content;
}

function decrypted(sealed: Buffer, key: Buffer, iv: Buffer): Buffer | undefined {
	try {
		const decipher = createDecipheriv('aes-256-cbc', key, iv);
		return Buffer.concat([decipher.update(sealed), decipher.final()]);
	} catch {
		return undefined;
	}
}

function isHashOf(content: Buffer, hash: Buffer): boolean {
	return isEqual(createHash('sha256').update(content).digest(), hash);
}

function isEqual(one: Buffer, other: Buffer): boolean {
	return one.length === other.length && timingSafeEqual(one, other);
}

function damaged(why: string): InvalidInputError {
	return new InvalidInputError(
		'file',
		`The file of the flow is damaged: ${why}`,
		'Ask the customer to attach the file again.',
	);
}
