import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'crypto';
import type { ExchangeKey } from '../../cloud-api/flows/endpoint/exchangeCrypto';
import { isRecord, number, text } from '../../cloud-api/webhooks/read';

/** What answering an exchange needs; it travels with the item, sealed. */
export interface Exchange extends ExchangeKey {
	screen?: string;
	flowToken?: string;
	/** Milliseconds. */
	receivedAt: number;
}

/** Header by which the trigger recognizes an answer of Flow → Respond; it never leaves n8n. */
export const ANSWER_HEADER = 'x-whatsapp-cloud-flow-answer';

/** WhatsApp waits 10 s for an answer; the trigger answers with an error after 9 s. */
export const ANSWER_WITHIN_MS = 9_000;

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals an exchange for the way through the workflow, which other processes may run: AES-256-GCM with a key
 * derived from the app secret. Nobody reads the key of the exchange from an item or an execution.
 */
export function sealExchange({ aesKey, iv, ...rest }: Exchange, appSecret: string): string {
	const nonce = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', keyOf(appSecret), nonce);
	const clear = { ...rest, aesKey: aesKey.toString('base64'), iv: iv.toString('base64') };
	const sealed = Buffer.concat([cipher.update(JSON.stringify(clear), 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/**
 * Opens what {@link sealExchange} made.
 *
 * @param secrets app secrets, of which one sealed it; empty ones are ignored
 * @returns `undefined` when none did, or the text was changed
 */
export function openExchange(sealed: string, secrets: readonly string[]): Exchange | undefined {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
	for (const secret of secrets) {
		const clear = secret === '' ? undefined : opened(bytes, keyOf(secret));
		if (!isRecord(clear)) continue;
		return {
			aesKey: Buffer.from(text(clear.aesKey) ?? '', 'base64'),
			iv: Buffer.from(text(clear.iv) ?? '', 'base64'),
			screen: text(clear.screen),
			flowToken: text(clear.flowToken),
			receivedAt: number(clear.receivedAt) ?? 0,
		};
	}
	return undefined;
}

function opened(bytes: Buffer, key: Buffer): unknown {
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
		decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
		const sealed = bytes.subarray(IV_BYTES, -TAG_BYTES);
		const clear = Buffer.concat([decipher.update(sealed), decipher.final()]);
		return JSON.parse(clear.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

function keyOf(appSecret: string): Buffer {
	return Buffer.from(hkdfSync('sha256', appSecret, '', 'whatsapp-cloud flow exchange', 32));
}
