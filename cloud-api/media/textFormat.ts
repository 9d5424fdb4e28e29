/** Control characters that text files contain: tab to carriage return, end of file, escape. */
const TEXT_CONTROLS = new Set([9, 10, 11, 12, 13, 26, 27]);

/**
 * Returns the text format of a file, e.g. `text/html`, or `undefined` if it is not text. Reads UTF-8 and
 * UTF-16 with and without a byte order mark, and single-byte encodings.
 *
 * @param head the first bytes, which may end within a character
 */
export function textFormat(head: Uint8Array): string | undefined {
	const text = decodedText(head);
	if (text === undefined) return undefined;
	const start = text.replace(/^\s+/, '').slice(0, 1024);
	if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(start)) return 'text/html';
	if (/^(<\?xml[\s\S]*?\?>\s*)?(<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg\b/i.test(start))
		return 'image/svg+xml';
	if (/^<\?xml\b/i.test(start)) return 'application/xml';
	if (isJson(start)) return 'application/json';
	if (/^BEGIN:VCARD/i.test(start)) return 'text/vcard';
	if (/^BEGIN:VCALENDAR/i.test(start)) return 'text/calendar';
	return 'text/plain';
}

function isJson(start: string): boolean {
	return /^(\{\s*("|\}|$)|\[\s*([[{"\]\d-]|true|false|null|$))/.test(start);
}

function decodedText(head: Uint8Array): string | undefined {
	if (head.length === 0) return undefined;
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	const text = utf16(bytes) ?? withoutMark(utf8(bytes) ?? bytes.toString('latin1'));
	return isBinary(text) ? undefined : text;
}

/** Whether a text has control characters that no text file contains. */
function isBinary(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 32 && !TEXT_CONTROLS.has(code)) return true;
	}
	return false;
}

function utf8(bytes: Buffer): string | undefined {
	const text = bytes.toString('utf8');
	const bad = text.indexOf('\ufffd');
	// The last character may be cut.
	return bad < 0 || bad >= text.length - 3 ? text.replace(/\ufffd+$/, '') : undefined;
}

function utf16(bytes: Buffer): string | undefined {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return littleEndian(bytes.subarray(2));
	if (first === 0xfe && second === 0xff) return littleEndian(swapped(bytes.subarray(2)));
	if (bytes.length < 8) return undefined;
	if (zerosAt(bytes, 1) > 0.9 && zerosAt(bytes, 0) === 0) return littleEndian(bytes);
	if (zerosAt(bytes, 0) > 0.9 && zerosAt(bytes, 1) === 0) return littleEndian(swapped(bytes));
	return undefined;
}

function littleEndian(bytes: Buffer): string {
	return bytes.subarray(0, bytes.length - (bytes.length % 2)).toString('utf16le');
}

function swapped(bytes: Buffer): Buffer {
	return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

/** The share of zeros among every other byte. */
function zerosAt(bytes: Buffer, parity: 0 | 1): number {
	let zeros = 0;
	const count = Math.floor(Math.min(bytes.length, 512) / 2);
	for (let index = 0; index < count; index++) if (bytes[index * 2 + parity] === 0) zeros++;
	return count === 0 ? 0 : zeros / count;
}

function withoutMark(text: string): string {
	return text.replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, '');
}
