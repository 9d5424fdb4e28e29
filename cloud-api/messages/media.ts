import { z } from 'zod/v3';
import type { MediaType } from '../media/mediaTypes';
import { check } from './check';
import type { MessageContent } from './content';
import { mediaObject, mediaReference, type MediaReference } from './mediaReference';
import { optionalText, reject } from './schema';

export const MEDIA_MESSAGE_LIMITS = { caption: 1024 } as const;

export interface MediaInput {
	type: MediaType;
	media: MediaReference;
	/** Up to 1,024 characters; not for audio and stickers. */
	caption?: string;
	/** Whether audio is a voice message, which must be mono Ogg with the Opus codec. */
	voice?: boolean;
}

const CAPTIONED: ReadonlySet<string> = new Set(['image', 'video', 'document']);

const schema = z
	.object({
		type: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
		media: mediaReference('The media'),
		caption: optionalText('Caption', MEDIA_MESSAGE_LIMITS.caption),
		voice: z.boolean().optional(),
	})
	.superRefine(({ type, caption, voice }, context) => {
		if (caption !== undefined && !CAPTIONED.has(type)) {
			reject(
				context,
				`${type === 'audio' ? 'Audio' : 'A sticker'} cannot have a caption`,
				'Remove the caption, or send it as a separate text message.',
				['caption'],
			);
		}
		if (voice && type !== 'audio') {
			reject(context, 'Only audio can be a voice message', 'Turn off "Voice Message".', ['voice']);
		}
	});

/** Returns an image, video, audio, document, or sticker message. */
export function mediaMessage(input: MediaInput): MessageContent {
	const { type, media, caption, voice } = check(schema, input);
	return {
		type,
		[type]: {
			...mediaObject(media, type),
			...(caption !== undefined && { caption }),
			...(voice && { voice: true }),
		},
	};
}
