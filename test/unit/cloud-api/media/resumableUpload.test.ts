/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionError } from '../../../../cloud-api/errors/cloudApiError';
import { GraphApi } from '../../../../cloud-api/graph';
import { resumableUpload } from '../../../../cloud-api/media/resumableUpload';
import type { Transport } from '../../../../cloud-api/transport';

const FILE = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
const transport: Transport = async ({ method, url, query, headers, body, authentication }) => {
	const target = `${url}${query ? `?${new URLSearchParams(query).toString()}` : ''}`;
	const response = await fetch(target, {
		method,
		headers: { ...headers, authorization: authentication === 'oauth' ? 'OAuth T' : 'Bearer T' },
		body: body as Buffer | undefined,
	}).catch(() => {
		throw new ConnectionError('lost', 'again', true, 'ECONNRESET');
	});
	return { status: response.status, headers: {}, body: await response.json() };
};

describe('resumable upload', () => {
	let server: Server;
	let graph: GraphApi;
	let received: Buffer;
	let offsets: number[];
	/** How many bytes to keep of each attempt before the line is cut; undefined lets it through. */
	let cuts: number[];
	let answers: Array<{ status: number; body: unknown }>;
	let authorizations: Array<string | undefined>;

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		authorizations.push(request.headers.authorization);
		const answer = (status: number, body: unknown) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		};
		if (request.url?.includes('/uploads?')) return answer(200, { id: 'upload:abc?sig=xyz' });
		if (request.method === 'GET')
			return answer(200, { id: 'upload:abc', file_offset: received.length });
		const prepared = answers.shift();
		if (prepared) return answer(prepared.status, prepared.body);
		const offset = Number(request.headers.file_offset);
		offsets.push(offset);
		const cut = cuts.shift();
		received = Buffer.concat([
			received.subarray(0, offset),
			Buffer.concat(chunks).subarray(0, cut),
		]);
		if (cut !== undefined) return void response.destroy();
		return answer(200, { h: '4::handle' });
	}

	beforeEach(async () => {
		received = Buffer.alloc(0);
		[offsets, cuts, answers, authorizations] = [[], [], [], []];
		server = createServer((request, response) => void serve(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		graph = new GraphApi({ transport, baseUrl: `http://127.0.0.1:${port}`, version: 'v25.0' });
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	const upload = async () =>
		await resumableUpload(graph, '634974688087057', {
			name: 'a.png',
			type: 'image/png',
			bytes: FILE,
		});

	it('sends the file with an OAuth header and returns its handle', async () => {
		expect(await upload()).toBe('4::handle');
		expect(received.equals(FILE)).toBe(true);
		expect(authorizations).toEqual(['Bearer T', 'OAuth T']);
	});

	it("resumes at Meta's offset when the connection breaks", async () => {
		cuts = [300, 400];
		expect(await upload()).toBe('4::handle');
		expect(offsets).toEqual([0, 300, 700]);
		expect(received.equals(FILE)).toBe(true);
	});

	it('gives up after three attempts in a row without progress', async () => {
		cuts = [300, 0, 0, 0, 0];
		await expect(upload()).rejects.toThrow('lost');
		expect(offsets).toEqual([0, 300, 300, 300]);
	});

	it('resumes after a temporary error, and does not retry what Meta rejected', async () => {
		answers = [{ status: 500, body: { error: { message: 'oops', code: 2 } } }];
		expect(await upload()).toBe('4::handle');
		answers = [{ status: 400, body: { error: { message: '(#100) bad file', code: 100 } } }];
		received = Buffer.alloc(0);
		offsets = [];
		await expect(upload()).rejects.toMatchObject({ envelope: { code: 100 } });
		expect(offsets).toEqual([]);
	});

	it('rejects an invalid app ID', async () => {
		await expect(
			resumableUpload(graph, 'my app', { name: 'a', type: 'image/png', bytes: FILE }),
		).rejects.toThrow('The app ID "my app" is not an ID');
	});
});
