import { InvalidInputError } from '../../errors/cloudApiError';
import { MEDIA_HEADERS } from './header';

const MB = 1024 * 1024;

/** Maximum size of the MP4 video of a GIF header (Meta: GIF headers). */
export const MAX_GIF_BYTES = 3.5 * MB;

interface SampleRule {
	noun: string;
	types: readonly string[];
	maxBytes: number;
}

/** Allowed sample files of a header. The resumable upload accepts fewer types than messages (Meta: Resumable Upload API). */
const RULES: Readonly<Record<string, SampleRule>> = {
	IMAGE: { noun: 'an image', types: ['image/jpeg', 'image/jpg', 'image/png'], maxBytes: 5 * MB },
	VIDEO: { noun: 'a video', types: ['video/mp4'], maxBytes: 16 * MB },
	DOCUMENT: { noun: 'a document', types: ['application/pdf'], maxBytes: 100 * MB },
	GIF: { noun: 'a GIF', types: ['video/mp4'], maxBytes: MAX_GIF_BYTES },
};

/** Throws InvalidInputError if the type or the size of a file is not allowed for a header's sample. */
export function checkSampleFile(
	format: string,
	file: { type: string; bytes: number; name: string },
	field: string,
): void {
	const rule = RULES[format];
	if (!rule) return;
	const type = file.type.split(';')[0].trim().toLowerCase();
	const wanted = `Use ${MEDIA_HEADERS[format]} as the sample. You can send another file later.`;
	if (!rule.types.includes(type))
		throw new InvalidInputError(
			field,
			`The sample "${file.name}" is ${type || 'of an unknown type'}, which is not allowed for ${rule.noun} header`,
			wanted,
		);
	if (file.bytes === 0)
		throw new InvalidInputError(field, `The sample "${file.name}" is empty`, wanted);
	if (file.bytes > rule.maxBytes)
		throw new InvalidInputError(
			field,
			`The sample "${file.name}" has ${(file.bytes / MB).toFixed(1)} MB; the limit for ${rule.noun} header is ${rule.maxBytes / MB} MB`,
			wanted,
		);
}
