/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { XLSX, zipOf, html, rejectedUploads } from './rules/uploads';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { bench, closeAll, files, rejectionOf, upload } from './support';

afterEach(closeAll);

// S7, S9, S14: Meta reads the bytes and the name of an upload.
describe('an upload', () => {
	it.each<[string, Buffer, string, string]>(rejectedUploads)(
		'is rejected: %s',
		async (_what, bytes, type, name) => {
			const answer = await upload(await bench(), bytes, type, name);
			expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 100 });
			expect(rejectionOf(answer).text).toContain('Received file of type');
		},
	);

	it.each<[string, Buffer, string, string]>([
		['a file without an extension', files.jpeg, 'image/jpeg', 'blob'],
		['an extension that is not known', files.pdf, 'application/pdf', 'Invoice 7.2026'],
		['a CSV as text', Buffer.from('Flour;1\n'), 'text/plain', 'prices.csv'],
		['UTF-16 text', Buffer.from('\ufeffFlour;1\n', 'utf16le'), 'text/plain', 'prices.txt'],
		[
			'text that starts like a bitmap',
			Buffer.from('BMW offer of the week\n'),
			'text/plain',
			'a.txt',
		],
		['an Excel file', zipOf('xl/workbook.xml'), XLSX, 'prices.xlsx'],
	])('is accepted: %s', async (_what, bytes, type, name) => {
		expect((await upload(await bench(), bytes, type, name)).status).toBe(200);
	});
});

// S8: a link is judged by the type it is served with; the failure comes by status.
describe('a link', () => {
	async function outcome(kind: string, contentType: string, bytes: Buffer): Promise<string> {
		const server = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': contentType }).end(bytes);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		try {
			const { sandbox, send } = await bench({ behavior: { window: 'open' } });
			const link = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
			const answer = await send({ type: kind, [kind]: { link } });
			const id = (answer.data as { messages: Array<{ id: string }> }).messages[0].id;
			const { statuses } = await sandbox.control.waitForMessage(
				(message) => message.id === id && ['failed', 'delivered', 'read'].includes(message.status),
			);
			return String(statuses.flatMap(({ errors }) => errors ?? [])[0]?.code ?? 'delivered');
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	it.each<[string, string, Buffer, string]>([
		['document', 'text/html', html, '131053'],
		['document', 'application/octet-stream', files.pdf, '131053'],
		['audio', 'audio/opus', files.ogg, '131053'],
		['image', 'image/jpeg', files.pdf, '131053'],
		['document', 'application/pdf; charset=binary', files.pdf, 'delivered'],
		['document', 'image/jpeg', files.jpeg, 'delivered'],
	])('for %s served as %s: %#', async (kind, type, bytes, expected) => {
		expect(await outcome(kind, type, bytes)).toBe(expected);
	});
});
