import { z } from 'zod/v3';
import { invalidParameter, rejection } from '../../graph/errors';
import { messageType } from '../messageType';
import { addIssue } from '../schema';

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

/** Whether a text is one emoji, of any number of code points. */
export function isOneEmoji(value: string): boolean {
	const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value)];
	return (
		graphemes.length === 1 &&
		/\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3/u.test(value)
	);
}

export const reactionMessage = messageType<{ message_id: string; emoji: string }>({
	type: 'reaction',
	schema: z
		.object({
			message_id: z.string().min(1),
			emoji: z.string().superRefine((value, context) => {
				if (value !== '' && !isOneEmoji(value)) addIssue(context, 'must be one emoji', [], 131009);
			}),
		})
		.strict(),
	onlySent: true,
	check({ message_id: id }, { world, number, customer, isReply }) {
		if (isReply) throw invalidParameter('Param context is not supported for reaction messages.');
		const target = world.messages.find(id)?.view;
		const known =
			target !== undefined &&
			target.phoneNumberId === number.id &&
			(target.customer === customer || target.groupId !== undefined);
		if (
			!known ||
			target.revoked ||
			target.type === 'reaction' ||
			world.clock.now() - target.timestamp > THIRTY_DAYS
		) {
			throw rejection(
				131009,
				'The message does not exist in this conversation, is older than 30 days, was deleted, or is a reaction.',
			);
		}
	},
});
