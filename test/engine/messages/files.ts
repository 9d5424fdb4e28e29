import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

/** A picture of one pixel: PNG, 8 bits, RGBA. */
export const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
export const PDF = Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64');
export const GIF = Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1').toString('base64');

/** Ogg with Opus, mono or stereo: a header without sound. */
export function opus(channels: number): string {
	return Buffer.concat([
		Buffer.from('OggS'),
		Buffer.alloc(24),
		Buffer.from('OpusHead'),
		Buffer.from([1, channels, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]),
		Buffer.alloc(64),
	]).toString('base64');
}

/** WebP, moving or not: a header without pixels. */
export function webp(animated: boolean, size = 64): string {
	return Buffer.concat([
		Buffer.from('RIFF'),
		Buffer.alloc(4),
		Buffer.from(animated ? 'WEBPVP8X' : 'WEBPVP8 '),
		Buffer.from([10, 0, 0, 0, animated ? 2 : 0]),
		...(animated
			? [
					Buffer.alloc(9),
					Buffer.from('ANIM'),
					Buffer.alloc(16),
					Buffer.from('ANMF'),
					Buffer.alloc(24),
					Buffer.from('ANMF'),
				]
			: []),
		Buffer.alloc(size),
	]).toString('base64');
}

/** An item that carries one file under `data`. */
export function itemWithFile(
	data: string,
	mimeType: string,
	fileName: string,
	name = 'data',
): INodeExecutionData {
	const binary: IBinaryData = { data, mimeType, fileName };
	return { json: {}, binary: { [name]: binary } };
}
