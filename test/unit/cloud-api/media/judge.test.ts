import * as fc from 'fast-check';
import { isText, judgeFile, type FileFacts } from '../../../../cloud-api/media/judge';
import { mediaTypeOf, type MediaType } from '../../../../cloud-api/media/mediaTypes';
import { planMedia } from '../../../../cloud-api/media/plan';
import { sniff } from '../../../../cloud-api/media/sniff';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const XLS = 'application/vnd.ms-excel';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** A ZIP archive of empty entries: local records, then the central directory. */
const zip = (...names: string[]) => {
	const record = (signature: string, header: number, lengthAt: number, name: string) => {
		const bytes = Buffer.alloc(header);
		bytes.write(signature, 'latin1');
		bytes.writeUInt16LE(name.length, lengthAt);
		return Buffer.concat([bytes, Buffer.from(name)]);
	};
	return {
		head: Buffer.concat(names.map((name) => record('PK\u0003\u0004', 30, 26, name))),
		tail: Buffer.concat(names.map((name) => record('PK\u0001\u0002', 46, 28, name))),
	};
};
const office = (...parts: string[]) => zip('[Content_Types].xml', '_rels/.rels', ...parts);
const ole = (stream: string) =>
	Buffer.concat([
		Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
		Buffer.alloc(600),
		Buffer.from(stream, 'utf16le'),
		Buffer.alloc(64),
	]);
const utf16 = (text: string, mark = true) =>
	Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]);
const PNG = Buffer.concat([latin1('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06')]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const MP3 = Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0]);
const OPUS = Buffer.concat([latin1('OggS'), Buffer.alloc(24), latin1('OpusHead\x01\x01')]);
const PDF = latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
const MP4 = latin1('\0\0\0\x18ftypisom\0\0\0\0');
const HTML = latin1('\n<!DOCTYPE html><html><body>Sign in</body></html>');
const upload = (facts: Partial<FileFacts>): FileFacts => ({
	source: 'upload',
	size: 500,
	...facts,
});

/** Each row was uploaded with the wrong type, and Meta answered with 131053 later. */
const TYPES: Array<[what: string, facts: Partial<FileFacts>, type: string]> = [
	[
		'a UTF-16 CSV, which looks like MP3',
		{ head: utf16('a;b\r\n1;2'), fileName: 'list.csv' },
		'text/csv',
	],
	[
		'UTF-16 without a mark',
		{ head: utf16('name;phone\r\n', false), fileName: 'a.csv' },
		'text/csv',
	],
	['big-endian UTF-16', { head: utf16('a;b\r\nä;ö').swap16() }, 'text/plain'],
	[
		'a CSV that Windows declares as Excel',
		{ head: latin1('a;b\n1;2'), declaredType: XLS, fileName: 'a.csv' },
		'text/csv',
	],
	[
		'Excel 2007 with the extension of Excel 97',
		{ ...office('xl/workbook.xml'), declaredType: XLS, fileName: 'a.xls' },
		XLSX,
	],
	[
		'a Word file without a name',
		{ ...office('word/document.xml'), declaredType: 'application/octet-stream' },
		DOCX,
	],
	[
		'a Word file declared as ZIP',
		{ ...office('word/document.xml'), declaredType: 'application/zip' },
		DOCX,
	],
	['PowerPoint without a declaration', office('ppt/presentation.xml'), PPTX],
	[
		'an archive with the name of a Word file',
		{ ...zip('a.txt', 'b.txt'), declaredType: DOCX, fileName: 'a.docx' },
		DOCX,
	],
	[
		'old Word by its stream',
		{ head: ole('WordDocument'), declaredType: XLS },
		'application/msword',
	],
	['old Excel by its stream', { head: ole('Workbook'), fileName: 'a.doc' }, XLS],
	[
		'OpenDocument',
		zip('mimetypeapplication/vnd.oasis.opendocument.text'),
		'application/vnd.oasis.opendocument.text',
	],
	[
		'a PDF with bytes before its signature',
		{ head: latin1('\xef\xbb\xbf\n%PDF-1.4') },
		'application/pdf',
	],
	['a JPEG declared as PNG', { head: JPEG, declaredType: 'image/png' }, 'image/jpeg'],
	['Opus named MP4', { head: OPUS, fileName: 'voice.mp4', declaredType: 'video/mp4' }, 'audio/ogg'],
	[
		'text with umlauts in a single-byte encoding',
		{ head: latin1('Gr\xfc\xdfe'), fileName: 'a.txt' },
		'text/plain',
	],
	['a log file', { head: latin1('2026-11-28 ok'), fileName: 'run.log' }, 'text/plain'],
	['JSON without a name', { head: latin1('{"a": 1}') }, 'application/json'],
	[
		'an SVG',
		{ head: latin1('<?xml version="1.0"?><svg xmlns="x">'), declaredType: 'image/svg+xml' },
		'image/svg+xml',
	],
	['MP3 by its frame', { head: MP3 }, 'audio/mpeg'],
	['QuickTime without a brand', { head: latin1('\0\0\0\x08wide\0\0\0\0') }, 'video/quicktime'],
];

describe('the type of a file', () => {
	it.each(TYPES)('%s', (what, facts, type) => {
		const judged = judgeFile(upload(facts));
		expect(judged.type).toBe(type === DOCX && what.startsWith('an archive') ? DOCX : type);
	});

	it.each<[string, Partial<FileFacts>, string]>([
		[
			'an HTML page saved as PDF',
			{ head: HTML, declaredType: 'application/pdf' },
			'application/pdf, but its content is HTML',
		],
		[
			'an HTML page saved as JPEG',
			{ head: HTML, fileName: 'a.jpg' },
			'image/jpeg, but its content is HTML',
		],
		[
			'an error of an API saved as MP3',
			{ head: latin1('{"error": "expired"}'), declaredType: 'audio/mpeg' },
			'audio/mpeg, but its content is JSON',
		],
		[
			'XML saved as MP4',
			{ head: latin1('<?xml version="1.0"?><Error/>'), declaredType: 'video/mp4' },
			'video/mp4, but its content is XML',
		],
		[
			'text saved as PNG',
			{ head: latin1('not found'), declaredType: 'image/png' },
			'image/png, but its content is text',
		],
		[
			'a PDF that was not decoded',
			{
				head: latin1('JVBERi0xLjQKJeLjz9MKMyAwIG9iago8PC9MZW5ndGg+Pg==\n'),
				declaredType: 'application/pdf',
			},
			'application/pdf, but its content is Base64 text that has to be decoded first',
		],
		[
			'a data URL saved as PNG',
			{ head: latin1('data:image/png;base64,iVBORw0KGgo='), declaredType: 'image/png' },
			'image/png, but its content is Base64 text',
		],
		[
			'a sentence saved as PNG',
			{ head: latin1('Thequickbrownfoxjumpsoverthelazydog.'), declaredType: 'image/png' },
			'image/png, but its content is text',
		],
		['HTML declared as Excel', { head: HTML, declaredType: XLSX }, 'but its content is HTML'],
		[
			'unknown bytes declared as JPEG',
			{ head: Buffer.from([1, 2, 3, 4, 5, 0, 0, 9]), declaredType: 'image/jpeg' },
			'image/jpeg, but its content is in another format',
		],
	])('%s is a contradiction, said before the upload', (_, facts, words) => {
		expect(judgeFile(upload(facts)).contradiction).toContain(words);
		for (const mediaType of ['document', 'image', 'auto'] as const)
			expect(() => planMedia(mediaType, upload(facts))).toThrow(words);
	});

	it.each<[string, Partial<FileFacts>, MediaType | undefined, string]>([
		['an MP4 to send as audio', { head: MP4 }, 'audio', 'audio/mp4'],
		['an MP4', { head: MP4 }, undefined, 'video/mp4'],
		['3GP to send as audio', { head: latin1('\0\0\0\x18ftyp3gp5') }, 'audio', 'audio/3gpp'],
		['3GP', { head: latin1('\0\0\0\x18ftyp3gp5') }, 'video', 'video/3gpp'],
		['WebM to send as audio', { head: latin1('\x1aE\xdf\xa3 webm') }, 'audio', 'audio/webm'],
		[
			'WebM declared as audio',
			{ head: latin1('\x1aE\xdf\xa3 webm'), declaredType: 'audio/webm' },
			undefined,
			'audio/webm',
		],
		['WebM', { head: latin1('\x1aE\xdf\xa3 webm') }, 'video', 'video/webm'],
		[
			'bytes before the first frame of an MP3',
			{ head: Buffer.from([1, 2, 3, 4, 5, 0, 0, 9]), declaredType: 'audio/mpeg' },
			'audio',
			'audio/mpeg',
		],
	])('%s is no contradiction', (_, facts, mediaType, type) => {
		const judged = judgeFile(upload(facts), mediaType);
		expect(judged.contradiction).toBeUndefined();
		expect(judged.type).toBe(type);
	});

	it.each([
		['text/x-log', true],
		['message/rfc822', true],
		['application/xml', true],
		['image/svg+xml', true],
		['application/ld+json', true],
		['application/pdf', false],
		['application/xmlish', false],
		['', false],
	])('%s is text: %s', (type, is) => {
		expect(isText(type)).toBe(is);
	});

	it('text of another type is no contradiction', () => {
		for (const declaredType of ['text/plain', 'text/csv', 'application/json', 'text/markdown'])
			expect(judgeFile(upload({ head: HTML, declaredType })).contradiction).toBeUndefined();
	});

	it('never fails and never invents a binary type for text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 200 }), (text) => {
				fc.pre(!/^(%!PS|\{\\rtf|#!AMR|GIF8)/.test(text) && !/\p{Cc}/u.test(text));
				fc.pre(!text.includes('%PDF-'));
				for (const head of [Buffer.from(text), utf16(text)])
					expect(sniff(head)?.text ?? sniff(head)).toBe(true);
			}),
		);
	});

	it('never fails, whatever bytes and names are', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 300 }),
				fc.uint8Array({ maxLength: 100 }),
				fc.string(),
				fc.string(),
				(head, tail, declaredType, fileName) => {
					expect(typeof judgeFile(upload({ head, tail, declaredType, fileName })).type).toBe(
						'string',
					);
				},
			),
		);
	});
});

describe('the automatic media type', () => {
	it.each<[string, Partial<FileFacts>, MediaType, string]>([
		['a PNG', { head: PNG }, 'image', 'image/png'],
		['an MP4', { head: MP4 }, 'video', 'video/mp4'],
		['an M4A declared as audio', { head: MP4, declaredType: 'audio/mp4' }, 'audio', 'audio/mp4'],
		['Ogg with Opus', { head: OPUS }, 'audio', 'audio/ogg'],
		['a PDF', { head: PDF }, 'document', 'application/pdf'],
		['a CSV', { head: latin1('a;b'), fileName: 'a.csv' }, 'document', 'text/plain'],
		['an image of 6 MB', { head: JPEG, size: 6 * 1024 * 1024 }, 'document', 'image/jpeg'],
	])('%s', (_, facts, mediaType, mimeType) => {
		expect(planMedia('auto', upload(facts))).toMatchObject({ as: 'media', mediaType, mimeType });
	});

	it('explains why a file is neither, and can send a link instead', () => {
		const gif = upload({ head: latin1('GIF89a\0\0') });
		expect(() => planMedia('auto', gif)).toThrow('Files of the type image/gif cannot be uploaded');
		expect(planMedia('auto', gif, { ifRejected: 'link' })).toMatchObject({ as: 'link' });
	});

	it('knows how every type is shown', () => {
		expect(
			['image/png', 'video/3gpp', 'audio/aac', 'image/webp', 'text/csv', ''].map(mediaTypeOf),
		).toEqual(['image', 'video', 'audio', 'sticker', 'document', 'document']);
	});
});

describe('a link is checked by the type that its server declares, as Meta does', () => {
	// Meta answers 131053 minutes after it accepted such a message.
	it.each([
		['audio', 'audio/opus', OPUS],
		['image', 'application/octet-stream', PNG],
		['image', 'image/jpg', JPEG],
		['video', 'binary/octet-stream', MP4],
	] as Array<[MediaType, string, Buffer]>)('%s served as %s', (mediaType, declaredType, head) => {
		const file: FileFacts = { source: 'link', declaredType, head };
		expect(() => planMedia(mediaType, file)).toThrow(
			`The server declares the file as ${declaredType}`,
		);
		expect(planMedia(mediaType, { ...file, source: 'upload', size: 100 })).toMatchObject({
			mediaType,
		});
		expect(planMedia(mediaType, file, { ifRejected: 'link' })).toMatchObject({ as: 'link' });
	});

	it('a web page is not a document', () => {
		const page: FileFacts = {
			source: 'link',
			declaredType: 'text/html; charset=utf-8',
			head: HTML,
		};
		expect(() => planMedia('document', page)).toThrow('The link opens a web page, not a file');
		expect(() => planMedia('auto', page)).toThrow('The link opens a web page, not a file');
	});
});
