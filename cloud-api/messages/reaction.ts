import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { metaId, reject } from './schema';

export interface ReactionInput {
	/** The message to react to, at most 30 days old. */
	messageId: string;
	/** One emoji; empty removes the reaction. */
	emoji: string;
}

const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|^[0-9#*]\ufe0f?\u20e3$/u;

const schema = z.object({
	messageId: metaId('Message ID'),
	emoji: z
		.string()
		.default('')
		.superRefine((emoji, context) => {
			if (emoji === '' || isOneEmoji(emoji)) return;
			reject(
				context,
				emoji.trim() === '' ? 'Emoji contains only spaces' : `"${emoji}" is not one emoji`,
				'Enter exactly one emoji, or leave it empty to remove the reaction.',
			);
		}),
});

/** An emoji on a message. */
export function reactionMessage(input: ReactionInput): MessageContent {
	const { messageId, emoji } = check(schema, input);
	return { type: 'reaction', reaction: { message_id: messageId, emoji } };
}

/** One picture to the eye, however many code points (families, flags, skin tones) it is made of. */
function isOneEmoji(text: string): boolean {
	const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
	return graphemes.length === 1 && PICTURE.test(text);
}
