import { reactionMessage } from '../../../../cloud-api/messages/reaction';
import { messageId } from '../../fields/messageId';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { sendAndTell } from './send';

export const sendReaction: Operation = {
	name: 'Send Reaction',
	value: 'sendReaction',
	action: 'React to a message',
	description: 'React to a message with an emoji, or remove the reaction',
	sends: true,
	fields: [
		sender,
		recipient,
		messageId,
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '',
			placeholder: 'e.g. 👍',
			description: 'Exactly one emoji. Leave empty to remove the reaction.',
		},
		simplify,
		sendOptions({ reply: false }),
	],
	async run(call) {
		const { param } = call;
		return await sendAndTell(
			call,
			reactionMessage({ messageId: param.text('messageId'), emoji: param.text('emoji') }),
		);
	},
};
