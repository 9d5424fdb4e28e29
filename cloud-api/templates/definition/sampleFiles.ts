import { InvalidInputError } from '../../errors/cloudApiError';
import { MEDIA_HEADERS } from './header';

const MB = 1024 * 1024;

interface SampleRule {
	noun: string;
	types: readonly string[];
	maxBytes: number;
}

/** What a header's sample file may be: the resumable upload takes fewer kinds than messages do (Meta: Resumable Upload API). */
const RULES: Readonly<Record<string, SampleRule>> = {
	IMAGE: { noun: 'an image', types: ['image/jpeg', 'image/jpg', 'image/png'], maxBytes: 5 * MB },
	VIDEO: { noun: 'a video', types: ['video/mp4'], maxBytes: 16 * MB },
	DOCUMENT: { noun: 'a document', types: ['application/pdf'], maxBytes: 100 * MB },
	GIF: { noun: 'a GIF', types: ['video/mp4'], maxBytes: 3.5 * MB },
};

/** Throws InvalidInputError when a file is of a kind or size that Meta does not take as a header's sample. */
export function checkSampleFile(
	format: string,
	file: { type: string; bytes: number; name: string },
	field: string,
): void {
	const rule = RULES[format];
	if (!rule) return;
	const type = file.type.split(';')[0].trim().toLowerCase();
	const wanted = `Use ${MEDIA_HEADERS[format]} as the sample; what is sent later may be another file.`;
	if (!rule.types.includes(type))
		throw new InvalidInputError(
			field,
			`The sample "${file.name}" is ${type || 'of no known type'}, which Meta does not take for ${rule.noun} header`,
			wanted,
		);
	if (file.bytes === 0)
		throw new InvalidInputError(field, `The sample "${file.name}" is empty`, wanted);
	if (file.bytes > rule.maxBytes)
		throw new InvalidInputError(
			field,
			`The sample "${file.name}" has ${(file.bytes / MB).toFixed(1)} MB, Meta takes ${rule.maxBytes / MB} MB for ${rule.noun} header`,
			wanted,
		);
}
