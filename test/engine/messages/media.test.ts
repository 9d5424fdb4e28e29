/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';
import { GIF, itemWithFile, PDF, PNG } from './files';

const stage = withSandbox();

async function media(operation: string, parameters: INodeParameters, items?: INodeExecutionData[]) {
	return await stage.engine.runNode(
		'whatsAppCloud',
		{ resource: 'media', operation, ...parameters },
		items,
	);
}

async function sendMedia(parameters: INodeParameters, items?: INodeExecutionData[]) {
	return await stage.engine.runNode(
		'whatsAppCloud',
		{
			resource: 'message',
			operation: 'sendMedia',
			recipient: ANA,
			mediaType: 'image',
			...parameters,
		},
		items,
	);
}

async function requests(edge: string) {
	return (await stage.control.requests()).filter(({ path }) => path.endsWith(edge));
}

const png = (name = 'bread.png') => itemWithFile(PNG, 'image/png', name);

describe('Media', () => {
	it('uploads, gets, downloads the same bytes, and deletes', async () => {
		const uploaded = await media('upload', {}, [png()]);
		expect(uploaded.error).toBeUndefined();
		const { mediaId: id, expiresAt } = uploaded.json()[0];
		const mediaId = String(id);
		expect(uploaded.json()[0]).toMatchObject({
			mimeType: 'image/png',
			fileName: 'bread.png',
			size: Buffer.from(PNG, 'base64').length,
		});
		const days = (Date.parse(String(expiresAt)) - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(30);

		expect(schemaDifferences('media', 'upload', uploaded.json()[0])).toEqual([]);

		const found = await media('get', { mediaId });
		expect(schemaDifferences('media', 'get', found.json()[0])).toEqual([]);
		expect(found.json()[0]).toMatchObject({
			mediaId,
			mimeType: 'image/png',
			size: Buffer.from(PNG, 'base64').length,
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
			url: expect.stringContaining('http'),
		});

		const downloaded = await media('download', { mediaId, outputField: 'photo' });
		expect(downloaded.error).toBeUndefined();
		const [item] = downloaded.items();
		expect(schemaDifferences('media', 'download', item.json)).toEqual([]);
		expect(item.pairedItem).toEqual({ item: 0 });
		expect(item.binary?.photo).toMatchObject({ mimeType: 'image/png', fileName: 'bread.png' });
		expect((await downloaded.binary(item, 'photo')).toString('base64')).toBe(PNG);

		expect((await media('delete', { mediaId })).json()).toEqual([{ deleted: true }]);
		const gone = await media('get', { mediaId });
		expect(gone.error?.message).toMatch(/\[item 0\]/);
		expect(gone.error?.description).toMatch(/\w/);
	});

	it('downloads what a customer has sent', async () => {
		const message = await stage.control
			.customer('15550100201')
			.sendMedia('document', { data: PDF, mimeType: 'application/pdf', filename: 'Menü.pdf' });
		const { id: mediaId } = message.content as { id: string };
		const result = await media('download', { mediaId });
		expect(result.json()[0]).toMatchObject({ mediaId, fileName: 'Menü.pdf' });
		expect((await result.binary(result.items()[0])).toString('base64')).toBe(PDF);
	});

	it.each([
		['upload', { mediaBinary: 'photo' }, /no binary field "photo"/],
		['download', { mediaId: 'https://example.com' }, /"https:\/\/example.com" is not an ID/],
		[
			'get',
			{ mediaId: '={{ $json.missing ?? "" }}' },
			/media ID is empty \(parameter "Media ID"\)/,
		],
		['delete', { mediaId: '12 34' }, /is not an ID/],
	])('%s rejects %j', async (operation, parameters, says) => {
		const result = await media(operation, parameters, [png()]);
		expect(result.error?.message).toMatch(says);
		expect(await stage.control.requests()).toEqual([]);
	});

	it('uploads with a different file name if one is set', async () => {
		const uploaded = await media('upload', { options: { fileName: ' menu.png ' } }, [png()]);
		const { mediaId, fileName } = uploaded.json()[0];
		expect(fileName).toBe('menu.png');
		const [item] = (
			await media('download', { mediaId: String(mediaId), outputField: 'data' })
		).items();
		expect(item.binary?.data.fileName).toBe('menu.png');
	});

	it('explains an unknown media ID', async () => {
		const result = await media('download', { mediaId: '999999999999999' });
		expect(result.error?.message).toMatch(/\[item 0\]/);
		expect(result.error?.description).toMatch(/ID/);
	});

	it('uploads nothing that Meta would reject', async () => {
		const result = await media('upload', {}, [itemWithFile(GIF, 'image/gif', 'a.gif')]);
		expect(result.error?.message).toMatch(/type image\/gif cannot be uploaded/);
		expect(await requests('/media')).toEqual([]);
	});
});

describe('Send Media', () => {
	it('uploads the same file once for many recipients, and returns its media ID', async () => {
		const items = ['15550100201', '447700900202', '919999900203'].map((to) => ({
			...png(`for ${to}.png`),
			json: { to: `+${to}` },
		}));
		const result = await sendMedia({ recipient: '={{ $json.to }}' }, items);
		expect(result.error).toBeUndefined();
		const ids = new Set(result.json().map(({ mediaId }) => mediaId));
		expect(ids.size).toBe(1);
		expect(result.json()).toHaveLength(3);
		expect(await requests('/media')).toHaveLength(1);
		expect(await requests('/messages')).toHaveLength(3);
	});

	it('sends by the media ID of an earlier upload', async () => {
		const { mediaId } = (await media('upload', {}, [png()])).json()[0];
		const result = await sendMedia({ mediaSource: 'id', mediaId: ` ${String(mediaId)} ` });
		expect(result.error).toBeUndefined();
		const message = await stage.control.waitForStatus(String(result.json()[0].messageId), 'read');
		expect(Object.values(message.media)[0]).toMatchObject({ mimeType: 'image/png', fetched: true });
	});

	it('explains a media ID that does not exist', async () => {
		const result = await sendMedia({ mediaSource: 'id', mediaId: '999999999999999' });
		expect(result.error?.message).toMatch(/\[item 0\]/);
		expect(result.error?.description).toMatch(/\w/);
	});

	describe('from a link that WhatsApp would reject', () => {
		let server: Server;
		let link = '';

		beforeAll(async () => {
			server = createServer((_, response) => {
				response.writeHead(200, { 'content-type': 'image/gif' });
				response.end(Buffer.from(GIF, 'base64'));
			});
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			link = `http://127.0.0.1:${(server.address() as AddressInfo).port}/party`;
		});
		afterAll(async () => await new Promise((resolve) => server.close(resolve)));

		it('sends it as a document', async () => {
			const result = await sendMedia({
				mediaSource: 'link',
				mediaLink: link,
				caption: 'Party',
				options: { ifRejected: 'document' },
			});
			expect(result.error).toBeUndefined();
			expect(result.json()[0]).toMatchObject({
				mediaType: 'document',
				mediaTypeReason: expect.stringContaining('image/gif'),
			});
			expect((await requests('/messages'))[0].body).toMatchObject({
				type: 'document',
				document: { link, caption: 'Party' },
			});
		});

		it('sends its URL as text', async () => {
			const result = await sendMedia({
				mediaSource: 'link',
				mediaLink: link,
				caption: 'Party',
				options: { ifRejected: 'link' },
			});
			expect(result.json()[0]).toMatchObject({ mediaType: 'link' });
			expect((await requests('/messages'))[0].body).toMatchObject({
				type: 'text',
				text: { body: `Party\n${link}`, preview_url: true },
			});
		});
	});
});
