/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';
import { GIF, itemWithFile, opus, PDF, PNG } from './files';

const stage = withSandbox();

/** Files by path, each with the type that the server declares. */
const FILES: Record<
	string,
	{ type?: string; content: Buffer; disposition?: string; status?: number }
> = {
	'/photo.png': { type: 'image/png', content: Buffer.from(PNG, 'base64') },
	'/party': { type: 'image/gif', content: Buffer.from(GIF, 'base64') },
	'/voice': { type: 'audio/opus', content: Buffer.from(opus(1), 'base64') },
	'/unnamed': { type: 'application/octet-stream', content: Buffer.from(PNG, 'base64') },
	'/share': { type: 'text/html', content: Buffer.from('<!doctype html><html>Download</html>') },
	'/download.php': {
		type: 'application/pdf',
		content: Buffer.from(PDF, 'base64'),
		disposition: `attachment; filename*=UTF-8''Fatura%20Mar%C3%A7o.pdf`,
	},
	'/secret': { status: 403, content: Buffer.from('no') },
	'/gone': { status: 404, content: Buffer.alloc(5_000_000) },
};

let server: Server;
let origin = '';
let seen: IncomingHttpHeaders[] = [];
let sent = 0;

beforeAll(async () => {
	server = createServer((request, response) => {
		seen.push(request.headers);
		const file = FILES[(request.url ?? '').split('?')[0]];
		response.writeHead(file.status ?? 200, {
			...(file.type && { 'content-type': file.type }),
			...(file.disposition && { 'content-disposition': file.disposition }),
			'content-length': file.content.length,
		});
		for (let at = 0; at < file.content.length; at += 65_536) {
			if (response.destroyed) return;
			response.write(file.content.subarray(at, at + 65_536), () => (sent += 65_536));
		}
		response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => await new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
	seen = [];
	sent = 0;
});

async function sendMedia(parameters: INodeParameters, items?: INodeExecutionData[]) {
	return await stage.engine.runNode(
		'whatsAppCloud',
		{ resource: 'message', operation: 'sendMedia', recipient: ANA, ...parameters },
		items,
	);
}
const requests = async (edge: string) =>
	(await stage.control.requests()).filter(({ path }) => path.endsWith(edge));
const bodyOf = async () => (await requests('/messages'))[0].body as Record<string, unknown>;

describe('Link (Download First)', () => {
	it('downloads a file without the token, checks it, uploads it, and keeps its name', async () => {
		const result = await sendMedia({
			mediaSource: 'download',
			mediaLink: `${origin}/download.php?id=1`,
		});
		expect(result.error).toBeUndefined();
		expect(result.json()[0]).toMatchObject({ mediaType: 'document', mediaId: expect.any(String) });
		expect(await bodyOf()).toMatchObject({
			type: 'document',
			document: { filename: 'Fatura Março.pdf' },
		});
		expect(seen[0].authorization).toBeUndefined();
	});

	it('sends a file whose type the server does not know', async () => {
		const result = await sendMedia({ mediaSource: 'download', mediaLink: `${origin}/unnamed` });
		expect(result.json()[0]).toMatchObject({ mediaType: 'image' });
	});

	it('downloads a link once for many items', async () => {
		const items = [1, 2, 3].map(() => ({ json: {} }));
		await sendMedia({ mediaSource: 'download', mediaLink: `${origin}/photo.png` }, items);
		expect(seen).toHaveLength(1);
		expect(await requests('/media')).toHaveLength(1);
		expect(await requests('/messages')).toHaveLength(3);
	});
});

describe('Base64 or data: URL', () => {
	it.each([
		['a data: URL', `data:image/png;base64,${PNG}`, 'image'],
		['Base64 with line breaks', PNG.replace(/(.{20})/g, '$1\n'), 'image'],
		['URL-safe Base64', PNG.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''), 'image'],
		['a text in a data: URL', 'data:text/csv,a;b%0A1;2', 'document'],
	])('%s', async (_, mediaData, mediaType) => {
		const result = await sendMedia({ mediaSource: 'base64', mediaData });
		expect(result.error).toBeUndefined();
		expect(result.json()[0]).toMatchObject({ mediaType });
		expect(await requests('/media')).toHaveLength(1);
	});

	it.each([
		['a link', 'https://example.com/a.png', /not Base64, but a link \(parameter "Media Content"\)/],
		['a word', 'picture!', /The text is not Base64 \(parameter "Media Content"\)/],
		['nothing', ' ', /The file is empty \(parameter "Media Content"\)/],
		['HTML that is declared as PNG', 'data:image/png,<!doctype html><p>Sign in', /content is HTML/],
	])('%s is invalid', async (_, mediaData, says) => {
		const result = await sendMedia({ mediaSource: 'base64', mediaData });
		expect(result.error?.message).toMatch(says);
		expect(await stage.control.requests()).toEqual([]);
	});
});

describe('a link is checked before it is sent', () => {
	it.each([
		[
			'HTTP 403',
			'/secret',
			/cannot be opened: its server answered with HTTP 403 \(parameter "Media Link"\)/,
		],
		['HTTP 404', '/gone', /HTTP 404 \(parameter "Media Link"\)/],
		['a web page', '/share', /The link opens a web page, not a file \(parameter "Media Link"\)/],
	])('%s', async (_, path, says) => {
		for (const mediaSource of ['link', 'download']) {
			const result = await sendMedia({ mediaSource, mediaLink: `${origin}${path}` });
			expect(result.error?.message).toMatch(says);
		}
		expect(await requests('/messages')).toEqual([]);
	});

	it('does not read the body of an error', async () => {
		await sendMedia({ mediaSource: 'link', mediaLink: `${origin}/gone` });
		expect(sent).toBeLessThan(5_000_000);
	});

	it('by the type that its server declares', async () => {
		const options = { ifRejected: 'link' };
		const result = await sendMedia({
			mediaType: 'audio',
			mediaSource: 'link',
			mediaLink: `${origin}/voice`,
			options,
		});
		expect(result.json()[0]).toMatchObject({
			mediaType: 'link',
			mediaTypeReason: expect.stringContaining('audio/opus'),
		});
	});

	it.each([
		[
			'no web address',
			'ftp://example.com/a.png',
			/is not a web address \(parameter "Media Link"\)/,
		],
		['a file of Meta', 'https://lookaside.fbsbx.com/whatsapp/1', /which requires the access token/],
		[
			'a shared file of Google Drive',
			'https://drive.google.com/file/d/1abc/view?usp=sharing',
			/web page that shows the file/,
		],
		[
			'a shared file of Dropbox',
			'https://www.dropbox.com/s/1/a.pdf?dl=0',
			/web page that shows the file/,
		],
	])('%s is explained', async (_, mediaLink, says) => {
		for (const mediaSource of ['link', 'download']) {
			const result = await sendMedia({ mediaType: 'document', mediaSource, mediaLink });
			expect(result.error?.message).toMatch(says);
		}
		expect(await stage.control.requests()).toEqual([]);
	});

	it('under the Base URL is not opened with the token', async () => {
		const result = await sendMedia({
			mediaSource: 'link',
			mediaLink: `${stage.sandbox.url}/v25.0/me`,
			options: { ifRejected: 'document' },
		});
		expect(result.error?.message).toMatch(/which requires the access token/);
		expect(await stage.control.requests()).toEqual([]);
	});

	it('with spaces is encoded', async () => {
		const result = await sendMedia({
			mediaType: 'document',
			mediaSource: 'link',
			mediaLink: 'https://example.com/a b.pdf',
		});
		expect(result.error).toBeUndefined();
		expect(await bodyOf()).toMatchObject({
			document: { link: 'https://example.com/a%20b.pdf', filename: 'a b.pdf' },
		});
	});
});

describe('a binary file that WhatsApp does not allow, sent as a link', () => {
	it('requires binary data outside of memory, and names the setting to change', async () => {
		const result = await sendMedia({ options: { ifRejected: 'link' } }, [
			itemWithFile(GIF, 'image/gif', 'party.gif'),
		]);
		expect(result.error?.message).toMatch(/n8n keeps binary data in memory/);
		expect(result.error?.description).toContain('N8N_DEFAULT_BINARY_DATA_MODE');
		expect(await requests('/messages')).toEqual([]);
	});
});

it('a file of the wrong type is rejected before anything is uploaded', async () => {
	const html = Buffer.from('<!doctype html><html>Sign in</html>').toString('base64');
	const result = await sendMedia({}, [itemWithFile(html, 'application/pdf', 'invoice.pdf')]);
	expect(result.error?.message).toMatch(/declared as application\/pdf, but its content is HTML/);
	expect(await stage.control.requests()).toEqual([]);
});

it('audio has no caption, even if the file determines the type', async () => {
	const result = await sendMedia({ caption: 'Listen' }, [
		itemWithFile(opus(1), 'audio/ogg', 'a.ogg'),
	]);
	expect(result.error?.message).toMatch(/cannot have a caption/);
	expect(await stage.control.requests()).toEqual([]);
});
