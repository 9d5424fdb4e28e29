import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { MediaKind } from '../../../cloud-api/media/kinds';
import { isMediaId, type ParameterValues } from '../../../cloud-api/templates/parameters/values';
import type { Call } from './operation';
import { uploadBinary } from './resolveMedia';

/** Returns the values that are names of binary fields, by parameter ID. */
export function binaryFields(
	{ context, itemIndex }: Call,
	values: ParameterValues,
): ParameterValues {
	const { binary = {} } = context.getInputData()[itemIndex] ?? {};
	return Object.fromEntries(
		Object.entries(values).filter(
			([id, value]) => isMediaId(id) && typeof value === 'string' && Object.hasOwn(binary, value),
		),
	);
}

/** Media ID of files that are not uploaded yet, to check all other values first. */
export const NOT_UPLOADED = '0';

/**
 * Uploads the files of the values: names of binary fields become media IDs, and a document keeps
 * its file name unless another name is set.
 */
export async function withUploads(call: Call, values: ParameterValues): Promise<ParameterValues> {
	const uploaded: ParameterValues = {};
	for (const [id, name] of Object.entries(binaryFields(call, values))) {
		const { media } = await uploadBinary(call, String(name), 'templateParameters', {
			kind: kindOf(id),
		});
		if (!('id' in media) || media.id === undefined)
			throw new InvalidInputError(id, 'The file could not be uploaded', 'Use a link instead.');
		uploaded[id] = media.id;
		if (id.endsWith('.document') && media.fileName) uploaded[`${id}.filename`] = media.fileName;
	}
	const fileNames = Object.fromEntries(
		Object.entries(values)
			.filter(([id, value]) => id.endsWith('header.document') && typeof value === 'string')
			.map(([id, value]) => [`${id}.filename`, nameInLink(String(value))])
			.filter(([, name]) => name !== undefined),
	) as ParameterValues;
	const own = Object.fromEntries(
		Object.entries(values).filter(([id, value]) => !(id in uploaded) && value !== ''),
	);
	return { ...fileNames, ...uploaded, ...own };
}

/** A GIF header is an MP4 video. */
function kindOf(id: string): MediaKind {
	const kind = id.split('.').pop();
	return kind === 'image' || kind === 'document' ? kind : 'video';
}

function nameInLink(link: string): string | undefined {
	return /^https?:\/\/[^?#]*\/([^/?#]+\.[a-z0-9]{1,5})([?#]|$)/i.exec(link)?.[1];
}
