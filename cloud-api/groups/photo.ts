import { InvalidInputError } from '../errors/cloudApiError';
import { imageSize } from '../media/imageSize';

/** Limits of a group photo (Meta: group management): square JPEG, at least 192 × 192 pixels, up to 5 MB. */
const PHOTO_LIMITS = { pixels: 192, bytes: 5_000_000 } as const;

export interface GroupPhoto {
	content: Buffer;
	fileName?: string;
}

/** The multipart form that sets the photo of a group. */
export function groupPhotoForm({ content, fileName = 'group.jpg' }: GroupPhoto): FormData {
	const form = new FormData();
	form.append('messaging_product', 'whatsapp');
	form.append('file', new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), fileName);
	return form;
}

/** @throws InvalidInputError when the photo is not a JPEG, not square, too small, or too large */
export function checkGroupPhoto(content: Buffer): void {
	const size = imageSize(content);
	if (size?.type !== 'image/jpeg') {
		reject(
			'The file is not a JPEG image',
			"Convert it to JPEG, e.g. with n8n's Edit Image node, and enter its binary field.",
		);
	}
	const { width, height } = size;
	if (width !== height) {
		reject(
			`The photo is ${width} × ${height} pixels, but it must be square`,
			"Crop it to a square, e.g. with n8n's Edit Image node.",
		);
	}
	if (width < PHOTO_LIMITS.pixels) {
		reject(
			`The photo is ${width} × ${height} pixels, but WhatsApp requires at least 192 × 192`,
			'Use a larger image.',
		);
	}
	if (content.length > PHOTO_LIMITS.bytes) {
		reject(
			`The photo has ${(content.length / 1_000_000).toFixed(1)} MB, but WhatsApp accepts up to 5 MB`,
			'Reduce its size.',
		);
	}
}

function reject(problem: string, fix: string): never {
	throw new InvalidInputError('photo', problem, fix);
}
