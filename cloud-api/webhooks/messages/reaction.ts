import { record, text, type Json } from '../read';

/** `reaction`: the emoji as text. Taking a reaction back comes as a reaction without emoji. */
export function reactionMessage(message: Json): Json {
	const reaction = record(message.reaction);
	const emoji = text(reaction.emoji);
	return {
		text: emoji,
		emoji,
		reactedToMessageId: text(reaction.message_id),
		reactionRemoved: emoji === undefined,
	};
}
