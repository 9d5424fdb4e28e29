import { markAsRead as mark } from '../../../../cloud-api/messages/markAsRead';
import { messageId } from '../../fields/messageId';
import { sender } from '../../fields/sender';
import type { Operation } from '../../runtime/operation';

export const markAsRead: Operation = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark a message as read',
	description:
		'Mark a received message as read, and optionally show a typing indicator for up to 25 seconds',
	fields: [
		sender,
		messageId,
		{
			displayName: 'Show Typing',
			name: 'typing',
			type: 'boolean',
			default: false,
			description:
				'Whether to show the typing indicator until the reply arrives, for up to 25 seconds',
		},
	],
	async run({ graph, param }) {
		const messageId = param.text('messageId').trim();
		const { success } = await mark(graph, param.sender(), {
			messageId,
			typingIndicator: param.flag('typing'),
		});
		return { success: success === true, messageId };
	},
};
