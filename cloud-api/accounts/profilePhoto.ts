import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi } from '../graph';
import { imageSize } from '../media/imageSize';
import { resumableUpload } from '../media/resumableUpload';

/** Meta accepts square JPEG and PNG images of 192 × 192 pixels or more, up to 5 MB; 640 × 640 is recommended. */
export const PHOTO_LIMITS = { minSize: 192, recommended: 640, bytes: 5_000_000 } as const;

/**
 * Checks a photo and uploads it; the handle goes into the profile.
 *
 * @throws InvalidInputError if it is not a JPEG or PNG, not square, too small, or too large
 */
export async function profilePhoto(
	graph: GraphApi,
	appId: string,
	{ content, fileName }: { content: Buffer; fileName?: string },
): Promise<string> {
	const size = imageSize(content);
	if (!size) {
		reject(
			'The file is not a JPEG or PNG image',
			"Convert it to JPEG or PNG, e.g. with n8n's Edit Image node, and enter its binary field.",
		);
	}
	if (size.width !== size.height) {
		reject(
			`The photo is ${size.width} × ${size.height} pixels, but it must be square`,
			"Crop it to a square, ideally 640 × 640 pixels, e.g. with n8n's Edit Image node.",
		);
	}
	if (size.width < PHOTO_LIMITS.minSize) {
		reject(
			`The photo is ${size.width} × ${size.height} pixels, but WhatsApp requires at least ${PHOTO_LIMITS.minSize} × ${PHOTO_LIMITS.minSize}`,
			'Use a larger image, ideally 640 × 640 pixels.',
		);
	}
	if (content.length > PHOTO_LIMITS.bytes) {
		reject(
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

function reject(message: string, fix: string): never {
	throw new InvalidInputError('photo', message, fix);
}
