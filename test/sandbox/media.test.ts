/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axios from 'axios';
import { createHash } from 'crypto';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { Readable } from 'stream';
import FormData from 'form-data';
import {
	bench,
	client,
	closeAll,
	files,
	rejectionOf,
	upload,
	uploaded,
	type Bench,
} from './support';

afterEach(closeAll);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Sends media and answers the code and details of its failure, or `delivered`. */
async function outcome(on: Bench, type: string, media: object): Promise<string> {
	const answer = await on.send({ type, [type]: media });
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
	const { id } = answer.data.messages[0] as { id: string };
	const message = await on.sandbox.control.waitForMessage(
		(candidate) =>
			candidate.id === id && ['delivered', 'read', 'failed'].includes(candidate.status),
	);
	const failed = message.statuses.find(({ status }) => status === 'failed');
	const [error] = failed?.errors ?? [];
	return error ? `${error.code} ${error.error_data?.details}` : 'delivered';
}

describe('upload, look-up, download, deletion', () => {
	it('answers the bytes in two steps', async () => {
		const on = await bench();
		const id = await uploaded(on, files.jpeg, 'image/jpeg', 'bread.jpg');
		const { data } = await on.graph.get(`/${id}`);
		expect(data).toEqual({
			messaging_product: 'whatsapp',
			url: expect.stringContaining('/whatsapp_business/attachments/?mid=') as string,
			mime_type: 'image/jpeg',
			sha256: createHash('sha256').update(files.jpeg).digest('hex'),
			file_size: String(files.jpeg.length),
			id,
		});
		const bytes = await on.graph.get(data.url, { responseType: 'arraybuffer' });
		expect(bytes.headers['content-type']).toBe('image/jpeg');
		expect(Buffer.from(bytes.data as ArrayBuffer)).toEqual(files.jpeg);
	});

	it('gives the bytes to bearers only, for five minutes', async () => {
		const on = await bench();
		const id = await uploaded(on, files.jpeg, 'image/jpeg');
		const { url } = (await on.graph.get(`/${id}`)).data as { url: string };
		expect((await axios.get(url, { validateStatus: () => true })).status).toBe(400);
		expect((await client(on.sandbox, 'EAAwrong').get(url)).status).toBe(401);
		expect((await on.graph.get(`${url}x`)).status).toBe(404);
		await on.sandbox.control.advance(5 * MINUTE + 1000);
		expect((await on.graph.get(url)).status).toBe(404);
		const fresh = (await on.graph.get(`/${id}`)).data as { url: string };
		expect((await on.graph.get(fresh.url)).status).toBe(200);
	});

	it('forgets uploaded media after 30 days, received media after 7', async () => {
		const on = await bench();
		const id = await uploaded(on, files.jpeg, 'image/jpeg');
		const received = await on.sandbox.control
			.customer('15550100201')
			.sendMedia('image', { data: files.jpeg.toString('base64') });
		const { id: receivedId } = received.content as { id: string };
		await on.sandbox.control.advance(7 * DAY + 1000);
		expect((await on.graph.get(`/${id}`)).status).toBe(200);
		expect(rejectionOf(await on.graph.get(`/${receivedId}`))).toMatchObject({
			code: 100,
			subcode: 33,
		});
		await on.sandbox.control.advance(23 * DAY);
		expect(rejectionOf(await on.graph.get(`/${id}`))).toMatchObject({ code: 100, subcode: 33 });
	});

	it('deletes', async () => {
		const on = await bench();
		const id = await uploaded(on, files.jpeg, 'image/jpeg');
		expect((await on.graph.delete(`/${id}`)).data).toEqual({ success: true });
		expect(rejectionOf(await on.graph.delete(`/${id}`))).toMatchObject({ code: 100, subcode: 33 });
	});

	it('binds media to its number', async () => {
		const on = await bench();
		const second = await on.sandbox.control.addNumber({ displayPhoneNumber: '+1 555-010-0199' });
		const id = await uploaded(on, files.jpeg, 'image/jpeg');
		const wrong = await on.graph.get(`/${id}`, { params: { phone_number_id: second.id } });
		expect(rejectionOf(wrong)).toMatchObject({ subcode: 33 });
		const sent = await on.graph.post(`/${second.id}/messages`, {
			messaging_product: 'whatsapp',
			to: '+15550100201',
			type: 'image',
			image: { id },
		});
		expect(rejectionOf(sent)).toMatchObject({ code: 131009 });
	});

	it('rejects what cannot be uploaded', async () => {
		const on = await bench();
		expect(rejectionOf(await upload(on, files.gif, 'image/gif')).text).toContain(
			'must be a file with one of the following types',
		);
		expect(rejectionOf(await upload(on, Buffer.alloc(0), 'image/jpeg')).code).toBe(100);
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		const path = `/${on.sandbox.seed.phoneNumberId}/media`;
		expect(rejectionOf(await on.graph.post(path, form)).text).toContain('file is required');
		const bare = new FormData();
		bare.append('file', files.jpeg, { filename: 'a.jpg', contentType: 'image/jpeg' });
		expect(rejectionOf(await on.graph.post(path, bare)).text).toContain('messaging_product');
	});

	it('takes 100 MB without holding them in memory, and not a byte more', async () => {
		const on = await bench();
		const send = async (size: number) => {
			const form = new FormData();
			form.append('messaging_product', 'whatsapp');
			form.append('file', Readable.from(chunks(size), { objectMode: false }), {
				filename: 'big.pdf',
				contentType: 'application/pdf',
				knownLength: size,
			});
			return await on.graph.post(`/${on.sandbox.seed.phoneNumberId}/media`, form, {
				maxBodyLength: Infinity,
				maxRedirects: 0,
			});
		};
		const size = 100 * 1024 * 1024;
		const answer = await send(size);
		expect(answer.status).toBe(200);
		expect((await on.graph.get(`/${answer.data.id}`)).data.file_size).toBe(String(size));
		expect(rejectionOf(await send(size + 1))).toMatchObject({ code: 100 });
	});
});

function* chunks(size: number): Generator<Buffer> {
	const chunk = Buffer.alloc(1024 * 1024, '%PDF-1.7 ');
	for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, left);
}

describe('what WhatsApp can deliver', () => {
	it.each([
		['image', files.jpeg, 'image/jpeg'],
		['image', files.png, 'image/png'],
		['video', files.mp4, 'video/mp4'],
		['audio', files.mp3, 'audio/mpeg'],
		['audio', files.ogg, 'audio/ogg'],
		['document', files.pdf, 'application/pdf'],
		['document', Buffer.from('Flour, 1 kg\n'), 'text/plain'],
		['sticker', files.webp, 'image/webp'],
		['sticker', files.animatedWebp, 'image/webp'],
	])('delivers %s %#', async (type, bytes, mimeType) => {
		const on = await bench();
		const id = await uploaded(on, bytes, mimeType);
		expect(await outcome(on, type, { id })).toBe('delivered');
	});

	it.each<[string, string, Buffer, string, object, string]>([
		['a type of another kind', 'image', files.pdf, 'application/pdf', {}, 'not supported as image'],
		['a 16-bit PNG', 'image', files.png16, 'image/png', {}, '8-bit'],
		['ogg without OPUS', 'audio', files.oggVorbis, 'audio/ogg', {}, 'OPUS'],
		['ogg in stereo', 'audio', files.oggStereo, 'audio/ogg', {}, 'mono'],
		['a voice note in mp3', 'audio', files.mp3, 'audio/mpeg', { voice: true }, 'voice'],
		[
			'an image over 5 MB',
			'image',
			padded(files.jpeg, 5 * 1024 * 1024 + 1),
			'image/jpeg',
			{},
			'may have 5242880',
		],
		[
			'a static sticker over 100 KB',
			'sticker',
			padded(files.webp, 102_401),
			'image/webp',
			{},
			'may have 102400',
		],
		[
			'an animated sticker over 500 KB',
			'sticker',
			padded(files.animatedWebp, 512_001),
			'image/webp',
			{},
			'may have 512000',
		],
		[
			'audio over 16 MB',
			'audio',
			padded(files.mp3, 16 * 1024 * 1024 + 1),
			'audio/mpeg',
			{},
			'may have 16777216',
		],
	])(
		'fails with 131053 after the answer: %s',
		async (_name, type, bytes, mimeType, extra, text) => {
			const on = await bench();
			const id = await uploaded(on, bytes, mimeType);
			const result = await outcome(on, type, { id, ...extra });
			expect(result).toMatch(/^131053 /);
			expect(result).toContain(text);
		},
	);

	it('lets an animated sticker have 500 KB', async () => {
		const on = await bench();
		const id = await uploaded(on, padded(files.animatedWebp, 512_000), 'image/webp');
		expect(await outcome(on, 'sticker', { id })).toBe('delivered');
	});
});

function padded(bytes: Buffer, size: number): Buffer {
	return Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
}

describe('links', () => {
	async function server(status: number, type: string, bytes: Buffer) {
		let hits = 0;
		const http = createServer((_request, response) => {
			hits += 1;
			response.writeHead(status, { 'content-type': type }).end(bytes);
		});
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		return {
			link: `http://127.0.0.1:${(http.address() as AddressInfo).port}/bread.jpg`,
			hits: () => hits,
			close: async () => {
				http.closeAllConnections();
				await new Promise((resolve) => http.close(resolve));
			},
		};
	}

	it('fetches a link of this machine, once in ten minutes', async () => {
		const on = await bench();
		const there = await server(200, 'image/jpeg', files.jpeg);
		try {
			for (let i = 0; i < 2; i++) {
				expect(await outcome(on, 'image', { link: there.link })).toBe('delivered');
			}
			expect(there.hits()).toBe(1);
			const [message] = await on.sandbox.control.messages();
			expect(message.media['']).toMatchObject({ fetched: true, mimeType: 'image/jpeg' });
			const shown = await axios.get(`${on.sandbox.url}${message.media[''].url}`, {
				responseType: 'arraybuffer',
			});
			expect(Buffer.from(shown.data as ArrayBuffer)).toEqual(files.jpeg);
			await on.sandbox.control.advance(11 * MINUTE);
			await outcome(on, 'image', { link: there.link });
			expect(there.hits()).toBe(2);
		} finally {
			await there.close();
		}
	});

	it('fails with 131053 when the link does not answer, or with the wrong thing', async () => {
		const on = await bench();
		const missing = await server(404, 'text/html', Buffer.from('no'));
		const wrong = await server(200, 'text/html', Buffer.from('<p>Hello</p>'));
		try {
			expect(await outcome(on, 'image', { link: missing.link })).toContain('http code 404');
			expect(await outcome(on, 'image', { link: wrong.link })).toContain(
				'text/html is not supported',
			);
		} finally {
			await missing.close();
			await wrong.close();
		}
	});

	it('takes a link to the outside without fetching it', async () => {
		const on = await bench();
		expect(await outcome(on, 'image', { link: 'https://example.com/a.jpg' })).toBe('delivered');
		const [message] = await on.sandbox.control.messages();
		expect(message.media['']).toMatchObject({ fetched: false, url: 'https://example.com/a.jpg' });
	});

	it('looks at the media of a template in the same way', async () => {
		const on = await bench();
		const { seed, control } = on.sandbox;
		const session = await on.graph.post(`/${seed.appId}/uploads`, undefined, {
			params: { file_length: files.jpeg.length, file_type: 'image/jpeg' },
		});
		const sample = await on.graph.post(`/${session.data.id}`, files.jpeg, {
			headers: { Authorization: `OAuth ${seed.accessToken}`, file_offset: '0' },
		});
		const created = await on.graph.post(`/${seed.businessAccountId}/message_templates`, {
			name: 'new_bread',
			language: 'en_US',
			category: 'UTILITY',
			components: [
				{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [sample.data.h] } },
				{ type: 'BODY', text: 'Your order is ready to be picked up in our shop.' },
			],
		});
		expect(created.status).toBe(200);
		await control.advance(60_000);
		const there = await server(200, 'image/jpeg', files.jpeg);
		const wrong = await server(200, 'text/html', Buffer.from('<p>Hello</p>'));
		const template = (link: string) => ({
			name: 'new_bread',
			language: { code: 'en_US' },
			components: [{ type: 'header', parameters: [{ type: 'image', image: { link } }] }],
		});
		try {
			expect(await outcome(on, 'template', template(there.link))).toBe('delivered');
			const [message] = await control.messages();
			expect(message.template?.header?.media).toMatchObject({
				fetched: true,
				mimeType: 'image/jpeg',
			});
			expect(await outcome(on, 'template', template(wrong.link))).toMatch(/^131053 .*text\/html/);
		} finally {
			await there.close();
			await wrong.close();
		}
	});

	it('shows the media of headers and cards by their place', async () => {
		const on = await bench();
		const id = await uploaded(on, files.jpeg, 'image/jpeg');
		await on.send({
			type: 'interactive',
			interactive: {
				type: 'button',
				header: { type: 'image', image: { id } },
				body: { text: 'x' },
				action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A' } }] },
			},
		});
		const [message] = await on.sandbox.control.messages();
		expect(message.media).toMatchObject({ 'header.image': { id, mimeType: 'image/jpeg' } });
	});
});

describe('resumable upload', () => {
	const pdf = Buffer.concat([files.pdf, Buffer.alloc(3000, 'x')]);

	async function session(on: Bench) {
		const answer = await on.graph.post(`/${on.sandbox.seed.appId}/uploads`, undefined, {
			params: { file_name: 'a.pdf', file_length: pdf.length, file_type: 'application/pdf' },
		});
		const { id } = answer.data as { id: string };
		const put = async (bytes: Buffer, offset: number, headers: object = {}) =>
			await on.graph.post(`/${id}`, bytes, {
				headers: {
					Authorization: `OAuth ${on.sandbox.seed.accessToken}`,
					file_offset: String(offset),
					'Content-Type': 'application/octet-stream',
					...headers,
				},
			});
		return { id, put };
	}

	it('answers a handle', async () => {
		const { id, put } = await session(await bench());
		expect(id).toMatch(/^upload:/);
		const answer = await put(pdf, 0);
		expect(answer.status).toBe(200);
		expect(answer.data.h).toMatch(/^4::/);
	});

	it('takes bytes whatever type they are said to have', async () => {
		for (const type of [
			'application/json',
			'application/x-www-form-urlencoded',
			'application/pdf',
		]) {
			const { put } = await session(await bench());
			expect((await put(pdf, 0, { 'Content-Type': type })).data.h).toMatch(/^4::/);
		}
	});

	it('goes on after a lost connection from where it was', async () => {
		const on = await bench();
		const { id, put } = await session(on);
		await on.sandbox.control.addFault({
			path: '/upload:*',
			method: 'POST',
			cutAfterBytes: 1000,
			times: 1,
		});
		await expect(put(pdf, 0)).rejects.toThrow();
		const { file_offset: offset } = (await on.graph.get(`/${id}`)).data as { file_offset: number };
		expect(offset).toBe(1000);
		expect(rejectionOf(await put(pdf, 0)).code).toBe(100);
		expect((await put(pdf.subarray(offset), offset)).data.h).toMatch(/^4::/);
	});

	it('needs OAuth instead of Bearer', async () => {
		const on = await bench();
		const { put } = await session(on);
		const answer = await put(pdf, 0, { Authorization: `Bearer ${on.sandbox.seed.accessToken}` });
		expect(rejectionOf(answer)).toMatchObject({ status: 401, code: 190 });
	});

	it('rejects types and sizes that it does not take', async () => {
		const on = await bench();
		const start = async (params: object) =>
			rejectionOf(await on.graph.post(`/${on.sandbox.seed.appId}/uploads`, undefined, { params }));
		expect(await start({ file_length: 1, file_type: 'image/gif' })).toMatchObject({ code: 100 });
		expect(await start({ file_length: 0, file_type: 'image/png' })).toMatchObject({ code: 100 });
		expect(await start({ file_type: 'image/png' })).toMatchObject({ code: 100 });
		const { put } = await session(on);
		expect(rejectionOf(await put(Buffer.alloc(pdf.length + 1), 0)).text).toContain('file_length');
	});
});
