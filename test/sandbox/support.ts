/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { createServer, type IncomingHttpHeaders, type Server } from 'http';
import type { AddressInfo } from 'net';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index';

/** What was opened by a test file; closed by `closeAll` in `afterEach`. */
const opened: Array<() => Promise<void>> = [];

export async function closeAll(): Promise<void> {
	for (const close of opened.splice(0).reverse()) await close();
}

/** Closes something after the test. */
export function closes(close: () => Promise<void>): void {
	opened.push(close);
}

/** A sandbox and a client that speaks to it as the seed's token. */
export interface Bench {
	sandbox: Sandbox;
	graph: AxiosInstance;
	/** Path of the messages edge. */
	messages: string;
	/** Sends a message to the first customer (or to `to` in the body). */
	send(body: object): Promise<AxiosResponse>;
}

export function client(sandbox: Sandbox, token = sandbox.seed.accessToken): AxiosInstance {
	return axios.create({
		baseURL: `${sandbox.url}/v25.0`,
		validateStatus: () => true,
		proxy: false,
		headers: { Authorization: `Bearer ${token}` },
	});
}

/** The token of the seed's app itself. */
export function appToken({ seed }: Sandbox): string {
	return `${seed.appId}|${seed.appSecret}`;
}

/** Customers have written once, unless `options` say otherwise, so that free-form messages arrive. */
export async function bench(options: SandboxOptions = {}): Promise<Bench> {
	const sandbox = await startSandbox({
		...options,
		behavior: { window: 'seeded', ...options.behavior },
	});
	opened.push(async () => await sandbox.close());
	const graph = client(sandbox);
	const messages = `/${sandbox.seed.phoneNumberId}/messages`;
	return {
		sandbox,
		graph,
		messages,
		async send(body) {
			return await graph.post(messages, {
				messaging_product: 'whatsapp',
				to: `+${sandbox.seed.customers[0].waId}`,
				...body,
			});
		},
	};
}

export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	raw: Buffer;
	body: WebhookBody;
}

export interface WebhookBody {
	object: string;
	entry: Array<{
		id: string;
		time?: number;
		changes: Array<{ field: string; value: Record<string, unknown> }>;
	}>;
}

/** A webhook receiver: answers handshakes with its verify token, and POSTs with `status`. */
export class Receiver {
	readonly received: Received[] = [];
	status = 200;
	/** What a handshake is answered with; default: the challenge when the verify token fits. */
	handshake?: (query: URLSearchParams) => { status: number; body: string };
	private waiters: Array<() => void> = [];

	private constructor(private readonly server: Server) {}

	static async start(): Promise<Receiver> {
		const server = createServer((request, response) => {
			const url = new URL(request.url ?? '/', 'http://receiver');
			if (request.method === 'GET') {
				const fits = url.searchParams.get('hub.verify_token') === 'let me in';
				const answer = receiver.handshake?.(url.searchParams) ?? {
					status: fits ? 200 : 403,
					body: fits ? (url.searchParams.get('hub.challenge') ?? '') : '',
				};
				response.writeHead(answer.status).end(answer.body);
				return;
			}
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const raw = Buffer.concat(chunks);
				receiver.received.push({
					path: url.pathname,
					headers: request.headers,
					raw,
					body: JSON.parse(raw.toString()) as WebhookBody,
				});
				response.writeHead(receiver.status).end();
				for (const wake of receiver.waiters.splice(0)) wake();
			});
		});
		const receiver = new Receiver(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		opened.push(async () => await receiver.close());
		return receiver;
	}

	/** Stops answering. */
	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}

	url(path = '/hook'): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
	}

	/** Resolves once `enough` is true of what has come. */
	async until(enough: (received: Received[]) => boolean): Promise<void> {
		while (!enough(this.received)) {
			await new Promise<void>((resolve) => this.waiters.push(resolve));
		}
	}

	/** Every value of the field that has come, in order. */
	values(field = 'messages'): Array<Record<string, unknown>> {
		return this.received.flatMap(({ body }) =>
			body.entry.flatMap(({ changes }) =>
				changes.filter((change) => change.field === field).map(({ value }) => value),
			),
		);
	}

	/** Every status that has come: `[id, status]`. */
	statuses(): Array<Record<string, unknown>> {
		return this.values().flatMap(
			(value) => (value.statuses ?? []) as Array<Record<string, unknown>>,
		);
	}

	/** Every message that has come. */
	messages(): Array<Record<string, unknown>> {
		return this.values().flatMap(
			(value) => (value.messages ?? []) as Array<Record<string, unknown>>,
		);
	}
}

/** Subscribes the seed's app at app level, and to the seed's WABA. */
export async function subscribe(
	{ sandbox, graph }: Bench,
	callback: string,
	fields = 'messages',
): Promise<void> {
	const answer = await client(sandbox, appToken(sandbox)).post(
		`/${sandbox.seed.appId}/subscriptions`,
		new URLSearchParams({
			object: 'whatsapp_business_account',
			callback_url: callback,
			fields,
			verify_token: 'let me in',
		}),
	);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
	await graph.post(`/${sandbox.seed.businessAccountId}/subscribed_apps`);
}

/** Meta's code and explanation of an error. */
export function rejectionOf(answer: AxiosResponse): {
	status: number;
	code: number;
	subcode?: number;
	text: string;
} {
	const { error } = answer.data as {
		error: {
			code: number;
			error_subcode?: number;
			message: string;
			error_data?: { details?: string };
		};
	};
	return {
		status: answer.status,
		code: error.code,
		...(error.error_subcode === undefined ? {} : { subcode: error.error_subcode }),
		text: `${error.message} ${error.error_data?.details ?? ''}`.trim(),
	};
}

/** A minimal file of each type. */
export const files = {
	jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]),
	png: pngOf(8, 6),
	png16: pngOf(16, 2),
	mp4: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom0000isomavc1')]),
	ogg: Buffer.concat([
		Buffer.from('OggS'),
		Buffer.alloc(24),
		Buffer.from('OpusHead'),
		Buffer.from([1, 1, 0, 0]),
	]),
	oggStereo: Buffer.concat([
		Buffer.from('OggS'),
		Buffer.alloc(24),
		Buffer.from('OpusHead'),
		Buffer.from([1, 2, 0, 0]),
	]),
	oggVorbis: Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('\x01vorbis')]),
	mp3: Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00'),
	pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
	webp: Buffer.concat([Buffer.from('RIFF\x24\0\0\0WEBPVP8 '), Buffer.alloc(20)]),
	animatedWebp: Buffer.concat([
		Buffer.from('RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0'),
		Buffer.from([0x02]),
		Buffer.alloc(20),
	]),
	gif: Buffer.from('GIF89a\x01\0\x01\0'),
};

function pngOf(bitDepth: number, colorType: number): Buffer {
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
		Buffer.from('IHDR'),
		Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, bitDepth, colorType, 0, 0, 0]),
	]);
}

/** Uploads bytes and answers Graph's response. */
export async function upload(
	{ graph, sandbox }: Bench,
	bytes: Buffer,
	type: string,
	filename = 'file',
): Promise<AxiosResponse> {
	const form = new FormData();
	form.set('messaging_product', 'whatsapp');
	form.set('type', type);
	form.set('file', new Blob([new Uint8Array(bytes)], { type }), filename);
	return await graph.post(`/${sandbox.seed.phoneNumberId}/media`, form);
}

/** Uploads bytes and answers the media ID. */
export async function uploaded(
	on: Bench,
	bytes: Buffer,
	type: string,
	filename?: string,
): Promise<string> {
	const answer = await upload(on, bytes, type, filename);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
	return (answer.data as { id: string }).id;
}
