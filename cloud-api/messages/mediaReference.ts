import { z } from 'zod/v3';
import { optionalMetaId, optionalText, reject, webAddress } from './schema';

/** A file of a message: a media ID or a public link. */
export interface MediaReference {
	id?: string;
	link?: string;
	/** The name of a document that the recipient sees. */
	fileName?: string;
}

/** Requires either an ID or a link. */
export function mediaReference(label: string) {
	return z
		.object({
			id: optionalMetaId(`${label} ID`),
			link: z.preprocess(
				(value) => (value === '' ? undefined : value),
				webAddress(`${label} link`).optional(),
			),
			fileName: optionalText(`File name of ${label}`),
		})
		.superRefine(({ id, link }, context) => {
			if (id === undefined && link === undefined) {
				reject(context, `${label} has no file`, 'Enter a media ID or a link.');
			}
			if (id !== undefined && link !== undefined) {
				reject(
					context,
					`${label} has both a media ID and a link`,
					'A file has one source. Remove one of the two.',
				);
			}
		});
}

/** Returns `{ id }` or `{ link }`, for documents with the file name. */
export function mediaObject(
	{ id, link, fileName }: MediaReference,
	kind: string,
): Record<string, string> {
	return {
		...(id !== undefined ? { id } : { link: link as string }),
		...(kind === 'document' && fileName !== undefined && { filename: fileName }),
	};
}
