import { sniff } from '../../../../cloud-api/media/sniff';

const bytes = (text: string) => Buffer.from(text, 'latin1');

// First bytes as in the public lists of file signatures.
it.each([
	['\xff\xd8\xff\xe1', 'image/jpeg'],
	['GIF87a', 'image/gif'],
	['II*\0\x08\0\0\0', 'image/tiff'],
	['MM\0*\0\0\0\x08', 'image/tiff'],
	['8BPS\0\x01', 'image/vnd.adobe.photoshop'],
	['#!AMR-WB\n', 'audio/amr'],
	['ID3\x04\0', 'audio/mpeg'],
	['fLaC\0\0\0"', 'audio/flac'],
	['MThd\0\0\0\x06', 'audio/midi'],
	['caff\0\x01', 'audio/x-caf'],
	['FORM\0\0\0\x10AIFFCOMM', 'audio/aiff'],
	['FORM\0\0\0\x10ILBM', undefined],
	['0&\xb2u\x8ef\xcf\x11', 'video/x-ms-asf'],
	['FLV\x01\x05\0\0\0\x09', 'video/x-flv'],
	['\0\0\x01\xba', 'video/mpeg'],
	['{\\rtf1\\ansi', 'application/rtf'],
	['%!PS-Adobe-3.0', 'application/postscript'],
	['\x1f\x8b\x08\0', 'application/gzip'],
	['Rar!\x1a\x07\0', 'application/vnd.rar'],
	["7z\xbc\xaf'\x1c", 'application/x-7z-compressed'],
	['MZ\x90\0\x03', 'application/x-msdownload'],
	['\x7fELF\x02\x01', 'application/x-elf'],
	['SQLite format 3\0', 'application/vnd.sqlite3'],
	['BM\x36\0\0\0\0\0\0\0', 'image/bmp'],
	['\0\0\0\x18ftypM4A ', 'audio/mp4'],
	['\0\0\0\x18ftypM4B ', 'audio/mp4'],
	['\0\0\0\x18ftypM4P ', 'audio/mp4'],
	['\0\0\0\x18ftypM4V ', 'video/mp4'],
	['\0\0\0\x18ftyp3g2a', 'video/3gpp2'],
	['\0\0\0\x18ftypavif', 'image/avif'],
	['\0\0\0\x18ftypmif1', 'image/heic'],
	['\x1aE\xdf\xa3\x01\x42\x82\x84webm', 'video/webm'],
	['\x1aE\xdf\xa3\x01\x42\x82\x88matroska', 'video/x-matroska'],
	[`OggS${'\0'.repeat(24)}\x80theora`, 'video/ogg'],
	[`OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/ogg'],
	['RIFF\0\0\0\0AVI LIST', 'video/x-msvideo'],
	['\xff\xf1\x50\x80', 'audio/aac'],
	['\xff\xe3\x90\0', 'audio/mpeg'],
	// Reserved: MPEG version 01, bit rate 15, sample rate 3.
	['\xff\xeb\x90\0', undefined],
	['\xff\xfb\xf0\0', undefined],
	['\xff\xfb\x9c\0', undefined],
	// Texts that begin like a binary format.
	['MZ is my name', 'text/plain'],
	['ID3 tags of a song', 'text/plain'],
	['FLV or MP4?', 'text/plain'],
	['\tname\tphone\r\n', 'text/plain'],
	[' \n<!-- a -->\n<html>', 'text/html'],
	['<svg xmlns="x">', 'image/svg+xml'],
	['[{"a": 1}]', 'application/json'],
	['[note] bring milk', 'text/plain'],
	['BEGIN:VCARD\nVERSION:3.0', 'text/vcard'],
	['BEGIN:VCALENDAR\n', 'text/calendar'],
	['\x01\x02\x03', undefined],
])('%j is %s', (head, mimeType) => {
	expect(sniff(bytes(head))?.mimeType).toBe(mimeType);
});

it.each([
	['VP8X\x0a\0\0\0\x02', true],
	['VP8X\x0a\0\0\0\x10', false],
	['VP8 \x0a\0\0\0\x02', false],
])('a WebP with %j is animated: %s', (chunk, animated) => {
	expect(sniff(bytes(`RIFF\0\0\0\0WEBP${chunk}`))).toEqual({ mimeType: 'image/webp', animated });
});

it('a UTF-8 text may end within a character', () => {
	const text = Buffer.from('Gruß aus Köln 🚚');
	for (let cut = 0; cut < 4; cut++)
		expect(sniff(text.subarray(0, text.length - cut))).toEqual({
			mimeType: 'text/plain',
			text: true,
		});
});
