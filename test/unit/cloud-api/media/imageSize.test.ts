import { imageSize } from '../../../../cloud-api/media/imageSize';

const png = (width: number, height: number) => {
	const bytes = Buffer.alloc(24);
	Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(bytes);
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
};
const frame = (marker: number, width: number, height: number) => [
	0xff,
	marker,
	0,
	11,
	8,
	height >> 8,
	height & 255,
	width >> 8,
	width & 255,
	1,
	0,
	0,
	0,
];
const jpeg = (...parts: number[][]) => Buffer.from([0xff, 0xd8, ...parts.flat(), 0, 0]);
const APP0 = [0xff, 0xe0, 0, 4, 0, 0];

it.each([
	['PNG', png(640, 480), { type: 'image/png', width: 640, height: 480 }],
	['JPEG', jpeg(frame(0xc0, 640, 480)), { type: 'image/jpeg', width: 640, height: 480 }],
	['progressive JPEG', jpeg(APP0, frame(0xc2, 3000, 20)), { width: 3000, height: 20 }],
	['JPEG with tables first', jpeg(frame(0xc4, 1, 1), frame(0xc0, 640, 480)), { width: 640 }],
	['JPEG with arithmetic coding', jpeg(frame(0xcc, 1, 1), frame(0xc9, 640, 480)), { width: 640 }],
	['JPEG with fill bytes', jpeg(APP0, [0xff], frame(0xc0, 640, 480)), { width: 640 }],
])('reads the size of a %s', (_, content, size) => {
	expect(imageSize(content)).toMatchObject(size);
});

it.each([
	['a PNG that is cut off', png(1, 1).subarray(0, 23)],
	['a JPEG without a frame', jpeg(APP0)],
	['a JPEG with damaged segments', jpeg(APP0, [1, 2], frame(0xc0, 640, 480))],
	['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
	['nothing', Buffer.alloc(0)],
])('finds no size in %s', (_, content) => {
	expect(imageSize(content)).toBeUndefined();
});
