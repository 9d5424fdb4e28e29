import { zipFormat } from '../../../../cloud-api/media/office';

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
		['an entry whose name is cut off', archive('a.txt', 'b.txt').subarray(0, 66), undefined],
	])('with %s: %#', (_, head, type) => {
		expect(zipFormat(head)).toBe(type);
	});
});
