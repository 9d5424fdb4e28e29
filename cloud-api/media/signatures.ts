/** A file format and the bytes that identify it. */
interface Signature {
	mimeType: string;
	/** Position of the bytes, 0 by default. */
	offset?: number;
	/** As Latin-1 text. */
	bytes: string;
}

/** Formats that a few fixed bytes identify. Containers are distinguished in `sniff.ts`. */
const SIGNATURES: readonly Signature[] = [
	{ mimeType: 'image/jpeg', bytes: '\xff\xd8\xff' },
	{ mimeType: 'image/gif', bytes: 'GIF8' },
	{ mimeType: 'image/tiff', bytes: 'II*\0' },
	{ mimeType: 'image/tiff', bytes: 'MM\0*' },
	{ mimeType: 'image/vnd.adobe.photoshop', bytes: '8BPS' },
	{ mimeType: 'image/jxl', bytes: '\xff\x0a' },
	{ mimeType: 'image/jxl', bytes: '\0\0\0\x0cJXL ' },
	{ mimeType: 'audio/amr', bytes: '#!AMR' },
	{ mimeType: 'audio/mpeg', bytes: 'ID3' },
	{ mimeType: 'audio/flac', bytes: 'fLaC' },
	{ mimeType: 'audio/midi', bytes: 'MThd' },
	{ mimeType: 'audio/x-caf', bytes: 'caff' },
	{ mimeType: 'audio/aiff', bytes: 'AIFF', offset: 8 },
	{ mimeType: 'video/x-ms-asf', bytes: '\x30\x26\xb2\x75' },
	{ mimeType: 'video/x-flv', bytes: 'FLV' },
	{ mimeType: 'video/mpeg', bytes: '\0\0\x01\xba' },
	{ mimeType: 'video/mpeg', bytes: '\0\0\x01\xb3' },
	{ mimeType: 'application/rtf', bytes: '{\\rtf' },
	{ mimeType: 'application/postscript', bytes: '%!PS' },
	{ mimeType: 'application/gzip', bytes: '\x1f\x8b' },
	{ mimeType: 'application/vnd.rar', bytes: 'Rar!' },
	{ mimeType: 'application/x-7z-compressed', bytes: '7z\xbc\xaf' },
	{ mimeType: 'application/x-msdownload', bytes: 'MZ' },
	{ mimeType: 'application/x-elf', bytes: '\x7fELF' },
	{ mimeType: 'application/vnd.sqlite3', bytes: 'SQLite format 3\0' },
];

/** Returns the format whose bytes a file starts with, if any. */
export function formatBySignature(head: Uint8Array): string | undefined {
	return SIGNATURES.find(({ bytes, offset = 0 }) => hasBytes(head, bytes, offset))?.mimeType;
}

/** Whether a file has the given bytes (as Latin-1 text) at a position. */
export function hasBytes(head: Uint8Array, bytes: string, offset = 0): boolean {
	if (head.length < offset + bytes.length) return false;
	for (let index = 0; index < bytes.length; index++)
		if (head[offset + index] !== bytes.charCodeAt(index)) return false;
	return true;
}
