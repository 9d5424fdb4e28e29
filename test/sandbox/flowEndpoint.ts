/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { createHmac, webcrypto } from 'crypto';
import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';

const { subtle } = webcrypto;

/** A decrypted request. */
export interface ClearRequest {
	version: string;
	action: string;
	screen?: string;
	data?: Record<string, unknown>;
	flow_token?: string;
	flow_token_signature?: string;
}

type Answer = { status?: number; body?: string } | { json: unknown; delay?: number };

/** A data-exchange endpoint, written with WebCrypto and Meta's page only. */
export class FlowEndpoint {
	readonly requests: ClearRequest[] = [];
	/** Whether the signature of each request was the one of this secret. */
	readonly signed: boolean[] = [];
	answer: (request: ClearRequest) => Answer = () => ({ json: { data: { status: 'active' } } });
	private waiters: Array<() => void> = [];

	private constructor(
		private readonly server: Server,
		readonly publicKey: string,
		private readonly privateKey: webcrypto.CryptoKey,
		private readonly secret: string,
	) {}

	static async start(secret: string): Promise<FlowEndpoint> {
		const pair = await subtle.generateKey(
			{
				name: 'RSA-OAEP',
				modulusLength: 2048,
				publicExponent: new Uint8Array([1, 0, 1]),
				hash: 'SHA-256',
			},
			true,
			['encrypt', 'decrypt'],
		);
		const der = Buffer.from(await subtle.exportKey('spki', pair.publicKey)).toString('base64');
		const pem = `-----BEGIN PUBLIC KEY-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END PUBLIC KEY-----\n`;
		const server = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const raw = Buffer.concat(chunks);
				const given = request.headers['x-hub-signature-256'];
				void endpoint.respond(raw, String(given)).then(({ status, body }) => {
					response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
				});
			});
		});
		const endpoint = new FlowEndpoint(server, pem, pair.privateKey, secret);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return endpoint;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/flow`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}

	/** Resolves once a request like this has come. */
	async until(fits: (request: ClearRequest) => boolean): Promise<ClearRequest> {
		for (;;) {
			const found = this.requests.find(fits);
			if (found) return found;
			await new Promise<void>((resolve) => this.waiters.push(resolve));
		}
	}

	private async respond(raw: Buffer, given: string): Promise<{ status: number; body: string }> {
		const expected = `sha256=${createHmac('sha256', this.secret).update(raw).digest('hex')}`;
		this.signed.push(given === expected);
		const body = JSON.parse(raw.toString()) as Record<string, string>;
		const bytes = (name: string) => Buffer.from(body[name], 'base64');
		const iv = bytes('initial_vector');
		const aes = await subtle.decrypt(
			{ name: 'RSA-OAEP' },
			this.privateKey,
			bytes('encrypted_aes_key'),
		);
		if (aes.byteLength !== 16 || iv.length !== 16) throw new Error('Not 128 bits');
		const key = await subtle.importKey('raw', aes, 'AES-GCM', false, ['encrypt', 'decrypt']);
		const clear = await subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes('encrypted_flow_data'));
		const request = JSON.parse(Buffer.from(clear).toString()) as ClearRequest;
		this.requests.push(request);
		for (const wake of this.waiters.splice(0)) wake();
		const answer = request.data?.error
			? { json: { data: { acknowledged: true } } }
			: this.answer(request);
		if (!('json' in answer)) return { status: answer.status ?? 200, body: answer.body ?? '' };
		if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
		const sealed = await subtle.encrypt(
			{ name: 'AES-GCM', iv: iv.map((byte) => byte ^ 0xff) },
			key,
			Buffer.from(JSON.stringify(answer.json)),
		);
		return { status: 200, body: Buffer.from(sealed).toString('base64') };
	}
}
