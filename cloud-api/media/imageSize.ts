export interface ImageSize {
	type: 'image/png' | 'image/jpeg';
	/** Pixels. */
	width: number;
	height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Returns type and size of a PNG or JPEG from its first bytes; `undefined` for other files. */
export function imageSize(content: Buffer): ImageSize | undefined {
	if (content.length >= 24 && content.subarray(0, 8).equals(PNG)) {
		return { type: 'image/png', width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
	}
	return content.length > 4 && content.readUInt16BE(0) === 0xffd8 ? jpegSize(content) : undefined;
}

/** The first "start of frame" segment of a JPEG contains its size (SOF0 to SOF15, except DHT, JPG, and DAC). */
function jpegSize(content: Buffer): ImageSize | undefined {
	let at = 2;
	while (at + 9 < content.length) {
		if (content[at] !== 0xff) return undefined;
		const marker = content[at + 1];
		const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (frame) {
			return {
				type: 'image/jpeg',
				height: content.readUInt16BE(at + 5),
				width: content.readUInt16BE(at + 7),
			};
		}
		at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2);
	}
	return undefined;
}
