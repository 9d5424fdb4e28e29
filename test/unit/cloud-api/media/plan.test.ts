import * as fc from 'fast-check';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import type { MediaType } from '../../../../cloud-api/media/mediaTypes';
import { planMedia, type FileFacts } from '../../../../cloud-api/media/plan';
import { sniff } from '../../../../cloud-api/media/sniff';

const bytes = (...parts: Array<string | number[]>) =>
	Buffer.concat(
		parts.map((part) =>
			typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
		),
	);
const png = (depth = 8, colour = 6) =>
	bytes([0x89], 'PNG\r\n\u001a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0, 1, 0, 0, 0, 1, depth, colour]);
const opus = (channels: number) =>
	bytes('OggS', new Array<number>(24).fill(0), 'OpusHead', [1, channels]);
const webp = (animated: boolean) =>
	bytes('RIFF', [0, 0, 0, 0], 'WEBP', animated ? 'VP8X' : 'VP8 ', [10, 0, 0, 0, 2, 0]);
const HEADS = {
	jpeg: bytes([0xff, 0xd8, 0xff, 0xe0]),
	gif: bytes('GIF89a'),
	pdf: bytes('%PDF-1.7'),
	mp4: bytes([0, 0, 0, 24], 'ftypisom'),
	m4a: bytes([0, 0, 0, 24], 'ftypM4A '),
	mov: bytes([0, 0, 0, 24], 'ftypqt  '),
	threegp: bytes([0, 0, 0, 24], 'ftyp3gp5'),
	heic: bytes([0, 0, 0, 24], 'ftypheic'),
	mp3: bytes('ID3', [3]),
	mp3Bare: bytes([0xff, 0xfb, 0x90]),
	aac: bytes([0xff, 0xf1, 0x50]),
	amr: bytes('#!AMR\n'),
	wav: bytes('RIFF', [0, 0, 0, 0], 'WAVE'),
	vorbis: bytes('OggS', new Array<number>(24).fill(0), [1], 'vorbis'),
	zip: bytes('PK\u0003\u0004'),
	ole: bytes([0xd0, 0xcf, 0x11, 0xe0]),
	text: bytes('Hello'),
};
const MB = 1024 * 1024;
const upload = (facts: Partial<FileFacts>): FileFacts => ({
	source: 'upload',
	size: 1000,
	...facts,
});

describe('recognizing a file by its content', () => {
	it.each([
		[HEADS.jpeg, 'image/jpeg'],
		[png(), 'image/png'],
		[HEADS.gif, 'image/gif'],
		[webp(false), 'image/webp'],
		[HEADS.pdf, 'application/pdf'],
		[HEADS.mp4, 'video/mp4'],
		[HEADS.m4a, 'audio/mp4'],
		[HEADS.mov, 'video/quicktime'],
		[HEADS.threegp, 'video/3gpp'],
		[HEADS.heic, 'image/heic'],
		[HEADS.mp3, 'audio/mpeg'],
		[HEADS.mp3Bare, 'audio/mpeg'],
		[HEADS.aac, 'audio/aac'],
		[HEADS.amr, 'audio/amr'],
		[HEADS.wav, 'audio/wav'],
		[opus(1), 'audio/ogg'],
		[HEADS.text, 'text/plain'],
		[Buffer.alloc(0), undefined],
	])('%#: %j', (head, mimeType) => {
		expect(sniff(head)?.mimeType).toBe(mimeType);
	});

	it('never fails, whatever the bytes', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (head) => void sniff(head)));
	});
});

describe('the plan for a file', () => {
	it.each<[MediaType, Partial<FileFacts>, string]>([
		['image', { declaredType: 'image/png', head: HEADS.jpeg }, 'image/jpeg'],
		['image', { declaredType: 'image/jpg', head: HEADS.jpeg }, 'image/jpeg'],
		[
			'image',
			{ declaredType: 'application/octet-stream', fileName: 'a.png', head: png() },
			'image/png',
		],
		['video', { head: HEADS.threegp }, 'video/3gpp'],
		['audio', { declaredType: 'audio/x-m4a', head: HEADS.mp4 }, 'audio/mp4'],
		['audio', { head: opus(1) }, 'audio/ogg'],
		['sticker', { head: webp(true), size: 400 * 1024 }, 'image/webp'],
		[
			'document',
			{
				declaredType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
				head: HEADS.zip,
			},
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		],
		['document', { fileName: 'table.xls', head: HEADS.ole }, 'application/vnd.ms-excel'],
		[
			'document',
			{ declaredType: 'text/csv', fileName: 'list.csv', head: HEADS.text },
			'text/plain',
		],
		['document', { declaredType: 'application/json', head: HEADS.text }, 'text/plain'],
		['document', { declaredType: 'image/png', head: png(), size: 6 * 1024 * 1024 }, 'image/png'],
	])('%s %j is uploaded as %s', (mediaType, facts, mimeType) => {
		expect(planMedia(mediaType, upload(facts))).toEqual({ as: 'media', mediaType, mimeType });
	});

	it.each<[string, MediaType, Partial<FileFacts>, RegExp]>([
		[
			'a GIF as an image',
			'image',
			{ declaredType: 'image/png', head: HEADS.gif },
			/does not allow image\/gif as an image/,
		],
		['a PDF as an image', 'image', { head: HEADS.pdf }, /application\/pdf as an image/],
		['a 16-bit PNG', 'image', { head: png(16, 2) }, /8 bits/],
		['a grey PNG', 'image', { head: png(8, 0) }, /8 bits/],
		['a MOV as a video', 'video', { head: HEADS.mov }, /video\/quicktime as a video/],
		['a WAV', 'audio', { head: HEADS.wav }, /audio\/wav/],
		['Ogg with Vorbis', 'audio', { head: HEADS.vorbis }, /does not contain Opus/],
		['stereo Opus', 'audio', { head: opus(2) }, /not mono/],
		['a JPEG as a sticker', 'sticker', { head: HEADS.jpeg }, /as a sticker/],
		[
			'a ZIP to upload',
			'document',
			{ head: HEADS.zip },
			/type application\/zip cannot be uploaded/,
		],
		['an empty file', 'document', { size: 0 }, /empty/],
	])('rejects %s', (_, mediaType, facts, message) => {
		expect(() => planMedia(mediaType, upload(facts), { field: 'mediaBinary' })).toThrow(message);
		expect(() => planMedia(mediaType, upload(facts), { field: 'mediaBinary' })).toThrow(
			expect.objectContaining({ field: 'mediaBinary' }),
		);
	});

	it('rejects a voice message that is not Ogg', () => {
		expect(() => planMedia('audio', upload({ head: HEADS.mp3 }), { voice: true })).toThrow(
			/Ogg with Opus/,
		);
		expect(planMedia('audio', upload({ head: opus(1) }), { voice: true })).toMatchObject({
			as: 'media',
		});
	});

	// Meta: reference/media (supported media types)
	it.each<[MediaType, Buffer, number]>([
		['image', HEADS.jpeg, 5 * MB],
		['video', HEADS.mp4, 16 * MB],
		['audio', HEADS.mp3, 16 * MB],
		['document', HEADS.pdf, 100 * MB],
		['sticker', webp(false), 100 * 1024],
		['sticker', webp(true), 500 * 1024],
	])(
		'%s: accepts files up to the size limit and rejects one byte more',
		(mediaType, head, largest) => {
			fc.assert(
				fc.property(fc.integer({ min: 1, max: largest }), (size) => {
					expect(planMedia(mediaType, upload({ head, size })).as).toBe('media');
				}),
			);
			expect(planMedia(mediaType, upload({ head, size: largest })).as).toBe('media');
			expect(() => planMedia(mediaType, upload({ head, size: largest + 1 }))).toThrow(
				InvalidInputError,
			);
		},
	);

	it('sends as a document what is too large or of another type', () => {
		const options = { ifRejected: 'document' } as const;
		expect(planMedia('image', upload({ head: HEADS.jpeg, size: 6e6 }), options)).toMatchObject({
			as: 'media',
			mediaType: 'document',
			mimeType: 'image/jpeg',
			reason: expect.stringContaining('5.72 MB'),
		});
		expect(planMedia('image', upload({ head: HEADS.pdf }), options)).toMatchObject({
			mediaType: 'document',
			mimeType: 'application/pdf',
		});
		expect(() => planMedia('image', upload({ head: HEADS.gif }), options)).toThrow(
			/type image\/gif cannot be uploaded/,
		);
		expect(planMedia('image', { source: 'link', head: HEADS.gif }, options)).toMatchObject({
			mediaType: 'document',
		});
	});

	it('sends as a link what is rejected', () => {
		const options = { ifRejected: 'link' } as const;
		for (const source of ['link', 'upload'] as const)
			expect(planMedia('image', { source, head: HEADS.gif, size: 10 }, options)).toMatchObject({
				as: 'link',
			});
	});

	it('does not check a link of unknown content', () => {
		expect(
			planMedia('image', { source: 'link', fileName: 'https://example.com/picture' }),
		).toMatchObject({ as: 'media', mediaType: 'image' });
		expect(() =>
			planMedia('image', { source: 'link', fileName: 'https://example.com/a.gif' }),
		).toThrow(/image\/gif/);
	});
});
