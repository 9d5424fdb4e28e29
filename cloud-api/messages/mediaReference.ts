import { z } from 'zod/v3';
import { optionalMetaId, optionalText, refuse, webAddress } from './schema';

/** A file of a message: the ID of an uploaded one, or a public address from which Meta fetches it. */
export interface MediaReference {
	id?: string;
	link?: string;
	/** What a recipient sees as the name of a document. */
	fileName?: string;
}

/** Exactly one of ID and link. */
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
				refuse(context, `${label} has no file`, 'Give a media ID or a link.');
			}
			if (id !== undefined && link !== undefined) {
				refuse(
					context,
					`${label} has both a media ID and a link`,
					'WhatsApp takes one source for a file. Remove one of the two.',
				);
			}
		});
}

/** `{ id }` or `{ link }`, with the file name where the kind knows one. */
export function mediaObject(
	{ id, link, fileName }: MediaReference,
	kind: string,
): Record<string, string> {
	return {
		...(id !== undefined ? { id } : { link: link as string }),
		...(kind === 'document' && fileName !== undefined && { filename: fileName }),
	};
}
