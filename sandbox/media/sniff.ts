/** The file type according to its first bytes. */
export interface Sniffed {
	mimeType: string;
	/** Whether a WebP image is animated. */
	animated?: boolean;
	/** Ogg: the codec inside. */
	codec?: 'opus' | 'other';
	/** Ogg Opus: number of channels. */
	channels?: number;
	/** PNG: bit depth and color type. */
	png?: { bitDepth: number; colorType: number };
}

function ascii(head: Buffer, from: number, to: number): string {
	return head.toString('latin1', from, to);
}

function ogg(head: Buffer): Sniffed {
	const at = head.indexOf('OpusHead');
	if (at < 0) return { mimeType: 'audio/ogg', codec: 'other' };
	return { mimeType: 'audio/ogg', codec: 'opus', channels: head[at + 9] };
}

/** ISO base media: the brand tells MP4 video from M4A audio and 3GP. */
function isoMedia(head: Buffer): Sniffed {
	const brand = ascii(head, 8, 12);
	if (brand.startsWith('3g')) return { mimeType: 'video/3gpp' };
	if (brand.startsWith('M4A') || brand.startsWith('M4B')) return { mimeType: 'audio/mp4' };
	if (brand.startsWith('qt')) return { mimeType: 'video/quicktime' };
	if (/^(heic|heix|mif1|avif)/.test(brand)) return { mimeType: 'image/heic' };
	return { mimeType: 'video/mp4' };
}

/** A ZIP archive is an Office file if its first entries are those of one. */
function zip(head: Buffer): Sniffed {
	const text = head.toString('latin1');
	const family = 'application/vnd.openxmlformats-officedocument';
	if (text.includes('word/')) {
		return { mimeType: `${family}.wordprocessingml.document` };
	}
	if (text.includes('xl/')) return { mimeType: `${family}.spreadsheetml.sheet` };
	if (text.includes('ppt/')) {
		return { mimeType: `${family}.presentationml.presentation` };
	}
	return { mimeType: 'application/zip' };
}

function webp(head: Buffer): Sniffed {
	const extended = ascii(head, 12, 16) === 'VP8X';
	return { mimeType: 'image/webp', animated: extended && (head[20] & 0x02) !== 0 };
}

function isText(head: Buffer): boolean {
	if (head.length === 0) return false;
	if (head.includes(0)) return false;
	const text = head.subarray(0, head.length - (head.length % 4 || 4)).toString('utf8');
	return !text.includes('\uFFFD');
}

/** Detects the file type from the first bytes; `undefined` if unknown. */
export function sniff(head: Buffer): Sniffed | undefined {
	if (head.length >= 3 && head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
		return { mimeType: 'image/jpeg' };
	}
	if (ascii(head, 0, 8) === '\x89PNG\r\n\x1a\n') {
		return { mimeType: 'image/png', png: { bitDepth: head[24], colorType: head[25] } };
	}
	if (ascii(head, 0, 4) === 'GIF8') return { mimeType: 'image/gif' };
	if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return webp(head);
	if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WAVE') {
		return { mimeType: 'audio/wav' };
	}
	if (ascii(head, 0, 2) === 'BM' && ascii(head, 6, 10) === '\0\0\0\0')
		return { mimeType: 'image/bmp' };
	if (ascii(head, 4, 8) === 'ftyp') return isoMedia(head);
	if (ascii(head, 0, 4) === 'OggS') return ogg(head);
	if (ascii(head, 0, 5) === '#!AMR') return { mimeType: 'audio/amr' };
	if (ascii(head, 0, 3) === 'ID3') return { mimeType: 'audio/mpeg' };
	if (/^(\xff\xfe|\xfe\xff)/.test(ascii(head, 0, 2))) return { mimeType: 'text/plain' };
	if (head.length >= 2 && head[0] === 0xff && (head[1] & 0xf6) === 0xf0) {
		return { mimeType: 'audio/aac' };
	}
	if (head.length >= 2 && head[0] === 0xff && (head[1] & 0xe0) === 0xe0) {
		return { mimeType: 'audio/mpeg' };
	}
	if (ascii(head, 0, 4) === 'fLaC') return { mimeType: 'audio/flac' };
	if (ascii(head, 0, 4) === '\x1aE\xdf\xa3') return { mimeType: 'video/webm' };
	if (ascii(head, 0, 4) === '%PDF') return { mimeType: 'application/pdf' };
	if (ascii(head, 0, 4) === 'PK\x03\x04') return zip(head);
	if (ascii(head, 0, 4) === '\xd0\xcf\x11\xe0') return { mimeType: 'application/x-ole-storage' };
	if (isText(head)) return { mimeType: 'text/plain' };
	return undefined;
}
