import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { imageSize } from '../media/imageSize';
import { resumableUpload } from '../media/resumableUpload';

/** Meta takes JPEG and PNG, square; 640 × 640 is recommended, below 192 it is refused, above 5 MB too. */
export const PHOTO_LIMITS = { smallest: 192, recommended: 640, bytes: 5_000_000 } as const;

/**
 * Checks a photo and uploads it; the handle goes into the profile.
 *
 * @throws InvalidInputError when it is no JPEG or PNG, not square, too small or too large
 */
export async function profilePhoto(
	graph: GraphApi,
	appId: string,
	{ content, fileName }: { content: Buffer; fileName?: string },
): Promise<string> {
	const size = imageSize(content);
	if (!size) {
		refuse(
			'The file is not a JPEG or PNG image',
			"Convert it to JPEG or PNG, e.g. with n8n's Edit Image node, and enter its binary field.",
		);
	}
	if (size.width !== size.height) {
		refuse(
			`The photo is ${size.width} × ${size.height} pixels, but it must be square`,
			"Crop it to a square, ideally 640 × 640 pixels, e.g. with n8n's Edit Image node.",
		);
	}
	if (size.width < PHOTO_LIMITS.smallest) {
		refuse(
			`The photo is ${size.width} × ${size.height} pixels, but WhatsApp requires at least ${PHOTO_LIMITS.smallest} × ${PHOTO_LIMITS.smallest}`,
			'Use a larger image, ideally 640 × 640 pixels.',
		);
	}
	if (content.length > PHOTO_LIMITS.bytes) {
		refuse(
			`The photo has ${(content.length / 1_000_000).toFixed(1)} MB, but WhatsApp accepts up to 5 MB`,
			'Reduce its size, ideally to 640 × 640 pixels.',
		);
	}
	return await resumableUpload(graph, appId, {
		name: fileName ?? `profile.${size.type === 'image/png' ? 'png' : 'jpg'}`,
		type: size.type,
		bytes: content,
	});
}

function refuse(message: string, fix: string): never {
	throw new InvalidInputError('photo', message, fix);
}
