import { createHmac, randomBytes, webcrypto } from 'crypto';

/** What WhatsApp sends to the endpoint of a flow, all in Base64. */
export interface EncryptedRequest {
	encrypted_flow_data: string;
	encrypted_aes_key: string;
	initial_vector: string;
}

/**
 * A customer's WhatsApp, as far as it talks to the endpoint of a flow: encrypts requests and reads answers.
 * Made with WebCrypto from Meta's description, not with the code under test.
 */
export class FlowClient {
	constructor(private readonly publicKey: string) {}

	/** Encrypts a request; `read` decrypts the answer to it. */
	async encrypt(clear: unknown): Promise<{
		request: EncryptedRequest;
		read: (answer: string) => Promise<unknown>;
	}> {
		const { subtle } = webcrypto;
		const rawKey = randomBytes(16);
		const iv = randomBytes(16);
		const aes = await subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
		const rsa = await subtle.importKey(
			'spki',
			Buffer.from(this.publicKey.replace(/-----[^-]+-----|\s/g, ''), 'base64'),
			{ name: 'RSA-OAEP', hash: 'SHA-256' },
			false,
			['encrypt'],
		);
		const data = await subtle.encrypt(
			{ name: 'AES-GCM', iv, tagLength: 128 },
			aes,
			Buffer.from(JSON.stringify(clear)),
		);
		const wrapped = await subtle.encrypt({ name: 'RSA-OAEP' }, rsa, rawKey);
		const base64 = (bytes: ArrayBuffer | Buffer) =>
			Buffer.from(bytes as ArrayBuffer).toString('base64');
		return {
			request: {
				encrypted_flow_data: base64(data),
				encrypted_aes_key: base64(wrapped),
				initial_vector: base64(iv),
			},
			read: async (answer) => {
				const flipped = Buffer.from(iv.map((byte) => 255 - byte));
				const open = await subtle.decrypt(
					{ name: 'AES-GCM', iv: flipped, tagLength: 128 },
					aes,
					Buffer.from(answer, 'base64'),
				);
				return JSON.parse(Buffer.from(open).toString('utf8')) as unknown;
			},
		};
	}
}

/** Meta's signature of a body. */
export function signed(body: string, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** A JWT with HS256. */
export function jwt(payload: unknown, secret: string, header: unknown = { alg: 'HS256' }): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const start = `${part(header)}.${part(payload)}`;
	return `${start}.${createHmac('sha256', secret).update(start).digest('base64url')}`;
}
