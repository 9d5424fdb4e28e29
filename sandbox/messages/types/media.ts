import { z } from 'zod/v3';
import type { MediaType } from '../../media/rules';
import { messageType, type MediaReference } from '../messageType';
import { addIssue, text, webUrl } from '../schema';

/** Exactly one of `id` and `link`. */
export function oneSource(value: { id?: string; link?: string }, context: z.RefinementCtx): void {
	if (value.id === undefined && value.link === undefined) {
		addIssue(context, 'requires either id or link', [], 131008);
	} else if (value.id !== undefined && value.link !== undefined) {
		addIssue(context, 'accepts either id or link, not both', [], 131009);
	}
}

const source = { id: z.string().min(1).optional(), link: webUrl().optional() };
const caption = { caption: text(1024, 0).optional() };

const shapes = {
	image: z.object({ ...source, ...caption }).strict(),
	video: z.object({ ...source, ...caption }).strict(),
	audio: z.object({ ...source, voice: z.boolean().optional() }).strict(),
	document: z.object({ ...source, ...caption, filename: text(240).optional() }).strict(),
	sticker: z.object(source).strict(),
};

interface MediaContent {
	id?: string;
	link?: string;
	caption?: string;
	filename?: string;
	voice?: boolean;
}

/** Schema of a media object. */
export function mediaObject(type: MediaType): z.ZodType<MediaContent, z.ZodTypeDef, unknown> {
	return shapes[type].superRefine(oneSource);
}

/** The media reference of a media object. */
export function referenceOf(path: string, type: MediaType, content: MediaContent): MediaReference {
	const { id, link, filename, voice } = content;
	return { path, mediaType: type, id, link, filename, voice };
}

/** Image, video, audio, document and sticker messages. */
export const mediaMessages = (Object.keys(shapes) as MediaType[]).map((type) =>
	messageType<MediaContent>({
		type,
		schema: mediaObject(type),
		media: (content) => [referenceOf('', type, content)],
		inGroups: true,
	}),
);
