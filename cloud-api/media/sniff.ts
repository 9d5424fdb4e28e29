/** What the first bytes of a file say it is. */
export interface Sniffed {
	mimeType: string;
	/** WebP: has more than one frame. */
	animated?: boolean;
	/** Ogg: holds Opus. */
	opus?: boolean;
	/** Ogg Opus: number of channels. */
	channels?: number;
	/** PNG: 8 bits a channel, in colour with or without transparency, as WhatsApp needs it. */
	plainPng?: boolean;
}

/** Bytes that are enough to recognise every type. */
export const HEAD_LENGTH = 4096;

/**
 * Recognises a file by its magic bytes. `undefined` for text and for formats without any.
 *
 * @param head at least the first 64 bytes, better {@link HEAD_LENGTH}
 */
export function sniff(head: Uint8Array): Sniffed | undefined {
	const at = (offset: number, text: string) =>
		[...text].every((character, index) => head[offset + index] === character.charCodeAt(0));
	const bytes = (...values: number[]) => values.every((value, index) => head[index] === value);

	if (bytes(0xff, 0xd8, 0xff)) return { mimeType: 'image/jpeg' };
	if (bytes(0x89) && at(1, 'PNG')) {
		return { mimeType: 'image/png', plainPng: head[24] === 8 && [2, 6].includes(head[25]) };
	}
	if (at(0, 'GIF8')) return { mimeType: 'image/gif' };
	if (at(0, 'RIFF')) return riff(head, at);
	if (at(4, 'ftyp')) return { mimeType: mp4Family(String.fromCharCode(...head.slice(8, 12))) };
	if (at(0, 'OggS')) return ogg(head);
	if (at(0, '%PDF-')) return { mimeType: 'application/pdf' };
	if (at(0, 'PK\u0003\u0004')) return { mimeType: 'application/zip' };
	if (bytes(0xd0, 0xcf, 0x11, 0xe0)) return { mimeType: 'application/x-ole-storage' };
	if (at(0, '#!AMR')) return { mimeType: 'audio/amr' };
	if (at(0, 'ID3')) return { mimeType: 'audio/mpeg' };
	if (head[0] === 0xff && (head[1] & 0xf6) === 0xf0) return { mimeType: 'audio/aac' };
	if (head[0] === 0xff && (head[1] & 0xe0) === 0xe0 && (head[1] & 0x06) !== 0) {
		return { mimeType: 'audio/mpeg' };
	}
	if (at(0, 'fLaC')) return { mimeType: 'audio/flac' };
	if (bytes(0x1a, 0x45, 0xdf, 0xa3)) return { mimeType: 'video/webm' };
	if (at(0, 'II*\0') || at(0, 'MM\0*')) return { mimeType: 'image/tiff' };
	if (at(0, 'BM') && head[5] === 0 && head[6] === 0) return { mimeType: 'image/bmp' };
	return undefined;
}

function riff(
	head: Uint8Array,
	at: (offset: number, text: string) => boolean,
): Sniffed | undefined {
	if (at(8, 'WAVE')) return { mimeType: 'audio/wav' };
	if (at(8, 'AVI ')) return { mimeType: 'video/x-msvideo' };
	if (!at(8, 'WEBP')) return undefined;
	return { mimeType: 'image/webp', animated: at(12, 'VP8X') && (head[20] & 0x02) !== 0 };
}

/** MP4, its relatives, and the pictures in the same container, by their brand. */
function mp4Family(brand: string): string {
	if (brand.startsWith('M4A') || brand.startsWith('M4B')) return 'audio/mp4';
	if (brand.startsWith('3g')) return 'video/3gpp';
	if (brand.startsWith('qt')) return 'video/quicktime';
	if (/^(hei|hev|mif1|msf1)/.test(brand)) return 'image/heic';
	if (brand.startsWith('avif')) return 'image/avif';
	return 'video/mp4';
}

function ogg(head: Uint8Array): Sniffed {
	const text = String.fromCharCode(...head.slice(0, 512));
	const opusHead = text.indexOf('OpusHead');
	if (opusHead < 0) return { mimeType: 'audio/ogg', opus: false };
	return { mimeType: 'audio/ogg', opus: true, channels: head[opusHead + 9] };
}
