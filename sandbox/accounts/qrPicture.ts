/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createHash } from 'crypto';
import { crc32, deflateSync } from 'zlib';

/** Modules of a side; the picture looks like a QR code, and is none that a camera could read. */
const SIDE = 21;

/** A picture for `CODE.svg` or `CODE.png`. */
export function qrPicture(name: string): { type: string; content: Buffer } {
	const [code, format] = name.split('.');
	const dark = pattern(code);
	return format === 'svg'
		? { type: 'image/svg+xml', content: Buffer.from(svg(dark)) }
		: { type: 'image/png', content: png(dark) };
}

function pattern(code: string): boolean[][] {
	const bits = createHash('sha512').update(code).digest();
	const corner = (x: number, y: number) => {
		const [dx, dy] = [Math.abs(x - 3), Math.abs(y - 3)];
		const ring = Math.max(dx, dy);
		return ring <= 3 ? ring !== 2 : undefined;
	};
	return Array.from({ length: SIDE }, (_, y) =>
		Array.from({ length: SIDE }, (__, x) => {
			const index = (y * SIDE + x) % (bits.length * 8);
			return (
				corner(x, y) ??
				corner(SIDE - 1 - x, y) ??
				corner(x, SIDE - 1 - y) ??
				((bits[index >> 3] >> (index & 7)) & 1) === 1
			);
		}),
	);
}

function svg(dark: boolean[][]): string {
	const squares = dark.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${SIDE + 4} ${SIDE + 4}"><path fill="#fff" d="M-2-2h${SIDE + 4}v${SIDE + 4}H-2z"/><path d="${squares.join('')}"/></svg>`;
}

/** An 8-bit greyscale PNG with 8 pixels a module. */
function png(dark: boolean[][]): Buffer {
	const scale = 8;
	const size = (SIDE + 4) * scale;
	const rows = Buffer.alloc(size * (size + 1), 255);
	for (let y = 0; y < size; y++) {
		rows[y * (size + 1)] = 0;
		for (let x = 0; x < size; x++) {
			const on = dark[Math.floor(y / scale) - 2]?.[Math.floor(x / scale) - 2];
			if (on) rows[y * (size + 1) + 1 + x] = 0;
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header[8] = 8;
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	body.copy(framed, 4);
	framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
	return framed;
}
