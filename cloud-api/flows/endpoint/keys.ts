import { createPrivateKey, createPublicKey, generateKeyPair } from 'crypto';
import { InvalidInputError } from '../../errors/cloudApiError';
import type { GraphApi, Json } from '../../graph';
import { graphId } from '../../graphId';
import { records, text } from '../../webhooks/read';

/** Makes an RSA-2048 key pair and returns the private half as PEM (PKCS #8); it contains the public one. */
export async function makePrivateKey(): Promise<string> {
	return await new Promise((resolve, reject) => {
		generateKeyPair('rsa', { modulusLength: 2048 }, (error, _publicKey, privateKey) => {
			if (error) reject(error);
			else resolve(String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
		});
	});
}

/**
 * The public half of a private key as PEM (SPKI), as Meta takes it.
 *
 * @throws InvalidInputError when the text is not an RSA-2048 private key
 */
export function publicKeyOf(privateKey: string): string {
	const publicKey = publicHalf(privateKey);
	if (publicKey !== undefined) return publicKey;
	throw new InvalidInputError(
		'credential.flowPrivateKey',
		'The flow key of the credential is not an RSA private key of 2,048 bits',
		'Run Phone Number → Set Encryption Key with "New Key" turned on.',
	);
}

function publicHalf(privateKey: string): string | undefined {
	try {
		const key = createPrivateKey(privateKey);
		return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048
			? String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }))
			: undefined;
	} catch {
		return undefined;
	}
}

/** The state of a phone number's key (Meta: business encryption). */
export interface EncryptionKey {
	/**
	 * `VALID`; `MISMATCH` when the number was registered again after the upload; `NONE` without a key.
	 * Other values are Meta's.
	 */
	status: string;
	/** PEM. */
	publicKey?: string;
}

/** The public key that Meta has for a phone number. */
export async function readEncryptionKey(
	graph: GraphApi,
	phoneNumberId: string,
	headers?: Record<string, string>,
): Promise<EncryptionKey> {
	const answer = await graph.get(pathOf(phoneNumberId), undefined, { headers });
	const [entry] = records(answer.data);
	const key = entry ?? answer;
	const publicKey = text(key.business_public_key);
	const status = text(key.business_public_key_signature_status);
	return { status: status ?? (publicKey ? 'UNKNOWN' : 'NONE'), ...(publicKey && { publicKey }) };
}

/** Uploads the public key with which WhatsApp encrypts the requests of flows sent from a phone number. */
export async function uploadPublicKey(
	graph: GraphApi,
	phoneNumberId: string,
	publicKey: string,
): Promise<Json> {
	// Not as multipart, which changes the line breaks of the key.
	return await graph.post(
		pathOf(phoneNumberId),
		new URLSearchParams({ business_public_key: publicKey }),
		{ headers: { 'content-type': 'application/x-www-form-urlencoded' }, idempotent: true },
	);
}

/** Whether two PEM texts hold the same key, however their lines are broken. */
export function isSameKey(one: string | undefined, other: string | undefined): boolean {
	const bare = (pem = '') => pem.replace(/-----[^-]+-----|\s+/g, '');
	return bare(one) !== '' && bare(one) === bare(other);
}

function pathOf(phoneNumberId: string): string {
	const id = graphId(phoneNumberId, 'sender', 'The phone number ID');
	return `${id}/whatsapp_business_encryption`;
}
