import { oleFormat, zipFormat } from '../../../../cloud-api/media/office';

/** The record of an entry of a ZIP archive, as it precedes its content. */
function entry(name: string): Buffer {
	const header = Buffer.alloc(30);
	header.write('PK\u0003\u0004', 'latin1');
	header.writeUInt16LE(name.length, 26);
	return Buffer.concat([header, Buffer.from(name, 'latin1')]);
}
const archive = (...names: string[]) => Buffer.concat(names.map(entry));

describe('the start of a ZIP archive', () => {
	it.each([
		['two entries', archive('a.txt', 'b.txt'), 'application/zip'],
		['one entry', archive('a.txt'), undefined],
		['entries without a name', archive('', '', ''), undefined],
		['a package that does not name its parts yet', archive('[Content_Types].xml'), undefined],
		[
			'a package with backslashes',
			archive('[Content_Types].xml', 'word\\document.xml'),
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		],
		['a package whose parts come later', archive('[Content_Types].xml', '_rels/.rels'), undefined],
		[
			'a long name that is cut off',
			archive('[Content_Types].xml', `word/${'a'.repeat(300)}`).subarray(0, -10),
			undefined,
		],
		['a declared type', archive('mimetypeapplication/epub+zip'), 'application/epub+zip'],
		[
			'a declared type right before the next entry',
			archive('mimetypeapplication/epub+zip', 'a.txt'),
			'application/epub+zip',
		],
		['an entry whose name is cut off', archive('a.txt', 'b.txt').subarray(0, 66), undefined],
	])('with %s: %#', (_, head, type) => {
		expect(zipFormat(head)).toBe(type);
	});
});

it('is an ordinary archive if its list of entries names no package', () => {
	const list = Buffer.alloc(46);
	list.write('PK\u0001\u0002', 'latin1');
	list.writeUInt16LE(10, 28);
	const tail = Buffer.concat([list, Buffer.from('word/a.txt')]);
	expect(zipFormat(archive('word/a.txt'), tail)).toBe('application/zip');
});

describe('an Office file of before 2007', () => {
	const stream = (name: string) =>
		Buffer.concat([Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(64)]);

	it.each([
		['WordDocument', 'application/msword'],
		['Workbook', 'application/vnd.ms-excel'],
		['Book', 'application/vnd.ms-excel'],
		['PowerPoint Document', 'application/vnd.ms-powerpoint'],
		['__substg1.0', undefined],
	])('with the stream %s, at its start or its end', (name, type) => {
		expect(oleFormat(stream(name))).toBe(type);
		expect(oleFormat(Buffer.alloc(600), stream(name))).toBe(type);
	});
});
