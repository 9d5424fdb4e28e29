/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { ConnectionError, InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { GraphApi } from '../../../../cloud-api/graph';
import { inspectLink, openLink, publicLink } from '../../../../cloud-api/media/link';
import type { Transport } from '../../../../cloud-api/transport';

const BASE_URL = 'https://graph.example.com';
const transport: Transport = async ({ url }) => {
	// A host that n8n's network rules do not allow.
	if (url.includes('//internal.'))
		throw new InvalidInputError('link', 'The host is not allowed', 'Allow it.');
	const response = await fetch(url).catch(() => {
		throw new ConnectionError('The server could not be reached', 'Try again.', true, 'ECONNRESET');
	});
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
	};
};
const graph = new GraphApi({ transport, baseUrl: BASE_URL, version: 'v25.0' });

describe('the link of a file', () => {
	it.each([
		['https://example.com/a.png', 'https://example.com/a.png'],
		['HTTP://192.168.1.5:8080/a b.pdf', 'HTTP://192.168.1.5:8080/a%20b.pdf'],
		[' \ufeffhttps://example.com/a.png\u200b\n', 'https://example.com/a.png'],
		['https://example.com/ä?q=ü#x', 'https://example.com/ä?q=ü#x'],
		[
			'https://cdn.example/fetch/https://example.com/a',
			'https://cdn.example/fetch/https://example.com/a',
		],
		['https://www.dropbox.com/s/1/a.pdf?dl=1', 'https://www.dropbox.com/s/1/a.pdf?dl=1'],
		['https://www.dropbox.com/scl/a?rlkey=b&raw=1', 'https://www.dropbox.com/scl/a?rlkey=b&raw=1'],
		[
			'https://drive.google.com/uc?export=download&id=1abc',
			'https://drive.google.com/uc?export=download&id=1abc',
		],
		[
			'https://docs.google.com/document/d/1abc/export?format=pdf',
			'https://docs.google.com/document/d/1abc/export?format=pdf',
		],
	])('%j is requested as %s', (entered, link) => {
		expect(publicLink(graph, entered, 'link')).toBe(link);
	});

	it.each([
		['', /The link is empty/],
		[' \u200b', /The link is empty/],
		['example.com/a.png', /is not a web address/],
		['//example.com/a.png', /is not a web address/],
		['ftp://example.com/a.png', /is not a web address/],
		['file:///etc/passwd', /is not a web address/],
		['https://', /is not a web address/],
		['https:///a.png', /is not a web address/],
		['https://exa mple.com/a.png', /is not a web address/],
		['https://[::1/a.png', /is not a web address/],
		['https://example.com:99999/a', /is not a web address/],
		['[a](https://example.com/a.png)', /is not a web address/],
		['<https://example.com/a.png>', /is not a web address/],
		['https://example.com/a.png\nhttps://example.com/b.png', /is not a web address/],
		['https://example.com/a.png, https://example.com/b.png', /more than one link/],
		['https://example.com/a.png https://example.com/b.png', /more than one link/],
		['C:\\Users\\ana\\a.png', /is not a web address/],
		['undefined', /is not a web address/],
		['https://drive.google.com/file/d/1abc/view', /web page that shows the file/],
		['https://docs.google.com/spreadsheets/d/1abc/edit', /web page that shows the file/],
		['https://www.dropbox.com/s/1/a.pdf?dl=0', /web page that shows the file/],
		['https://1drv.ms/b/s!abc', /web page that shows the file/],
		['https://contoso-my.sharepoint.com/:b:/g/abc', /web page that shows the file/],
		['https://youtu.be/abc', /web page that shows the file/],
		['https://lookaside.fbsbx.com/whatsapp/1', /which requires the access token/],
		[`${BASE_URL}/v25.0/1`, /which requires the access token/],
	])('%j is invalid', (entered, says) => {
		expect(() => publicLink(graph, entered, 'link')).toThrow(says);
	});
});

describe('an open link', () => {
	let server: Server;
	let origin: string;
	let headers: OutgoingHttpHeaders;
	let status: number;
	let content: Buffer;

	beforeEach(async () => {
		[headers, status, content] = [{}, 200, Buffer.from('%PDF-1.4')];
		server = createServer((_request, response) => {
			response.writeHead(status, headers).end(content);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	it.each<[string, OutgoingHttpHeaders, object]>([
		['nothing', {}, { fileName: 'a.php' }],
		[
			'type, length, and name',
			{
				'content-type': 'application/pdf',
				'content-length': '8',
				'content-disposition': 'attachment; filename="Invoice.pdf"',
			},
			{ declaredType: 'application/pdf', size: 8, fileName: 'Invoice.pdf' },
		],
		[
			'a name that is empty',
			{ 'content-disposition': 'attachment; filename=""' },
			{ fileName: 'a.php' },
		],
	])('says what its server declares: %s', async (_, declared, facts) => {
		headers = declared;
		const { head, ...link } = await inspectLink(graph, `${origin}/x/a.php?id=1`, 'link');
		expect(link).toEqual({ declaredType: undefined, ...facts });
		expect(head).toEqual(content);
	});

	it('has no known size where the length is that of compressed content', async () => {
		const compressed = new GraphApi({
			transport: async () => ({
				status: 200,
				headers: { 'content-encoding': 'gzip', 'content-length': '8' },
				body: Readable.from([content]),
			}),
			baseUrl: BASE_URL,
			version: 'v25.0',
		});
		expect((await openLink(compressed, 'https://example.com/a', 'link')).size).toBeUndefined();
	});

	it('is read as far as its format needs, and closed', async () => {
		let read = 0;
		const chunks = function* () {
			for (; read < 1_000_000; read += 3000) yield Buffer.alloc(3000, 'a');
		};
		const body = Readable.from(chunks(), { highWaterMark: 1 });
		const endless = new GraphApi({
			transport: async () => ({ status: 200, headers: {}, body }),
			baseUrl: BASE_URL,
			version: 'v25.0',
		});
		const { head } = await inspectLink(endless, 'https://example.com/a', 'link');
		expect(head).toHaveLength(4096);
		expect(read).toBeLessThan(20_000);
		expect(body.destroyed).toBe(true);
	});

	it.each([403, 404, 500])('explains HTTP %i', async (code) => {
		status = code;
		await expect(openLink(graph, `${origin}/a`, 'link')).rejects.toThrow(
			expect.objectContaining({
				field: 'link',
				message: expect.stringContaining(`cannot be opened: its server answered with HTTP ${code}`),
			}),
		);
	});

	it('explains a server that does not answer, and keeps what n8n does not allow', async () => {
		await expect(openLink(graph, 'http://127.0.0.1:1/a', 'link')).rejects.toThrow(
			/The link to 127\.0\.0\.1:1 cannot be opened: The server could not be reached/,
		);
		await expect(openLink(graph, 'http://internal.example/a', 'link')).rejects.toThrow(
			/^The host is not allowed/,
		);
	});
});
