import { oleFormat, zipFormat } from './office';
import { formatBySignature, hasBytes } from './signatures';
import { textFormat } from './textFormat';

/** What the content of a file shows. */
export interface Sniffed {
	mimeType: string;
	/** Whether the content is text, whose type is only known roughly. */
	text?: boolean;
	/** WebP: has more than one frame. */
	animated?: boolean;
	/** Ogg: contains Opus. */
	opus?: boolean;
	/** Ogg Opus: number of channels. */
	channels?: number;
	/** PNG: 8 bits per channel in RGB or RGBA, as WhatsApp requires. */
	plainPng?: boolean;
}

/** Number of first bytes that are enough to recognize every format. */
export const HEAD_LENGTH = 4096;
/** Number of last bytes in which a ZIP archive lists its entries. */
export const TAIL_LENGTH = 65_536;

/**
 * Recognizes a file by its content. `undefined` for empty files and unknown binary formats.
 *
 * @param head the first bytes, see {@link HEAD_LENGTH}
 * @param tail the last bytes, see {@link TAIL_LENGTH}; needed for Office files only
 */
export function sniff(head: Uint8Array, tail?: Uint8Array): Sniffed | undefined {
	if (hasBytes(head, '\x89PNG'))
		return { mimeType: 'image/png', plainPng: head[24] === 8 && [2, 6].includes(head[25]) };
	if (hasBytes(head, 'RIFF')) return riff(head);
	if (hasBytes(head, 'ftyp', 4)) return { mimeType: isoMedia(latin1(head, 8, 12)) };
	if (['moov', 'mdat', 'wide', 'free', 'skip'].some((atom) => hasBytes(head, atom, 4)))
		return { mimeType: 'video/quicktime' };
	if (hasBytes(head, 'OggS')) return ogg(head);
	if (hasBytes(head, '\x1a\x45\xdf\xa3')) return { mimeType: matroska(head) };
	if (hasBytes(head, 'PK\x03\x04')) return { mimeType: zipFormat(head, tail) ?? 'application/zip' };
	if (hasBytes(head, '\xd0\xcf\x11\xe0'))
		return { mimeType: oleFormat(head, tail) ?? 'application/x-ole-storage' };
	if (hasBytes(head, 'BM') && head[6] === 0 && head[7] === 0 && head[8] === 0)
		return { mimeType: 'image/bmp' };
	const frames = mpegAudio(head);
	if (frames) return frames;
	const text = textFormat(head);
	const format = formatBySignature(head);
	if (format && !(text && WEAK.includes(format))) return { mimeType: format };
	// A PDF may have up to 1,024 bytes before its signature.
	if (latin1(head, 0, 1024).includes('%PDF-')) return { mimeType: 'application/pdf' };
	return text ? { mimeType: text, text: true } : undefined;
}

/** Formats whose signature a text may start with. */
const WEAK = ['application/x-msdownload', 'audio/mpeg', 'video/x-flv'];

/** Frame headers of MP3 and AAC; reserved values tell them from other bytes such as a UTF-16 mark. */
function mpegAudio(head: Uint8Array): Sniffed | undefined {
	if (head[0] !== 0xff || (head[1] & 0xe0) !== 0xe0) return undefined;
	const layer = (head[1] >> 1) & 3;
	if ((head[1] & 0xf6) === 0xf0)
		return ((head[2] >> 2) & 15) < 13 ? { mimeType: 'audio/aac' } : undefined;
	const version = (head[1] >> 3) & 3;
	const bitrate = head[2] >> 4;
	const sampleRate = (head[2] >> 2) & 3;
	const valid = version !== 1 && (layer === 1 || layer === 2) && bitrate !== 15 && sampleRate !== 3;
	return valid ? { mimeType: 'audio/mpeg' } : undefined;
}

function riff(head: Uint8Array): Sniffed | undefined {
	if (hasBytes(head, 'WAVE', 8)) return { mimeType: 'audio/wav' };
	if (hasBytes(head, 'AVI ', 8)) return { mimeType: 'video/x-msvideo' };
	if (!hasBytes(head, 'WEBP', 8)) return undefined;
	return {
		mimeType: 'image/webp',
		animated: hasBytes(head, 'VP8X', 12) && (head[20] & 0x02) !== 0,
	};
}

/** MP4 and related formats, by brand. */
function isoMedia(brand: string): string {
	if (/^M4[ABP]/.test(brand)) return 'audio/mp4';
	if (brand.startsWith('3g2')) return 'video/3gpp2';
	if (brand.startsWith('3g')) return 'video/3gpp';
	if (brand.startsWith('qt')) return 'video/quicktime';
	if (/^avi[fs]/.test(brand)) return 'image/avif';
	if (/^(hei|hev|mif1|msf1)/.test(brand)) return 'image/heic';
	if (brand.startsWith('crx')) return 'image/x-canon-cr3';
	return 'video/mp4';
}

function matroska(head: Uint8Array): string {
	return latin1(head, 0, 64).includes('webm') ? 'video/webm' : 'video/x-matroska';
}

function ogg(head: Uint8Array): Sniffed {
	const text = latin1(head, 0, 512);
	const opusHead = text.indexOf('OpusHead');
	if (opusHead >= 0) return { mimeType: 'audio/ogg', opus: true, channels: head[opusHead + 9] };
	return { mimeType: text.includes('theora') ? 'video/ogg' : 'audio/ogg', opus: false };
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}
