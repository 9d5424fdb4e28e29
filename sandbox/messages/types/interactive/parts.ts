import { z } from 'zod/v3';
import type { MediaType } from '../../../media/rules';
import type { MediaReference } from '../../messageType';
import { addIssue, text } from '../../schema';
import { mediaObject, referenceOf } from '../media';

/** One type of interactive message. The schema covers the whole `interactive` object. */
export interface InteractiveType<T = unknown> {
	type: string;
	schema: z.ZodType<T, z.ZodTypeDef, unknown>;
	media?(content: T): MediaReference[];
	check?(content: T, context: import('../../messageType').SendContext): void;
}

export function interactive<T>(definition: InteractiveType<T>): InteractiveType {
	return definition as unknown as InteractiveType;
}

export const body = (most: number) => z.object({ text: text(most) }).strict();
export const footer = z.object({ text: text(60) }).strict();

/** Requires titles if there is more than one section. */
export function titledSections(
	sections: ReadonlyArray<{ title?: string }>,
	context: z.RefinementCtx,
	path: string[],
): void {
	if (sections.length < 2) return;
	for (const [index, { title }] of sections.entries()) {
		if (title) continue;
		addIssue(
			context,
			'is required when there is more than one section',
			[...path, index, 'title'],
			131008,
		);
	}
}

export type HeaderType = 'text' | 'image' | 'video' | 'document';

export interface Header {
	type: string;
	text?: string;
	image?: { id?: string; link?: string };
	video?: { id?: string; link?: string };
	document?: { id?: string; link?: string; filename?: string };
}

/** A header of one of these types, with the content of its type only. */
export function header(
	types: HeaderType[],
	options: { linkOnly?: boolean } = {},
): z.ZodType<Header, z.ZodTypeDef, unknown> {
	return z
		.object({
			type: z.enum(types as [HeaderType, ...HeaderType[]]),
			text: text(60).optional(),
			sub_text: text(60).optional(),
			image: mediaObject('image').optional(),
			video: mediaObject('video').optional(),
			document: mediaObject('document').optional(),
		})
		.strict()
		.superRefine((value, context) => {
			if (value[value.type] === undefined) {
				addIssue(context, `is required for a header of type ${value.type}`, [value.type], 131008);
			}
			for (const other of ['text', 'image', 'video', 'document'] as const) {
				if (other !== value.type && value[other] !== undefined) {
					addIssue(context, `does not belong to a header of type ${value.type}`, [other], 100);
				}
			}
			const media = value.type === 'text' ? undefined : value[value.type];
			if (media?.caption !== undefined) {
				addIssue(context, 'is not supported in a header', [value.type, 'caption'], 100);
			}
			if (options.linkOnly && media && media.link === undefined) {
				addIssue(context, 'must be given by link in this message', [value.type], 131009);
			}
		});
}

/** The media reference of a header. */
export function headerMedia(value: Header | undefined, path = 'header'): MediaReference[] {
	if (!value || value.type === 'text') return [];
	const type = value.type as 'image' | 'video' | 'document';
	const media = value[type];
	return media ? [referenceOf(`${path}.${type}`, type as MediaType, media)] : [];
}
