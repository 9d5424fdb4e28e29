import type { IDataObject } from 'n8n-workflow';
import { graphId } from '../../../../cloud-api/graph';
import { messageId } from '../../fields/messageId';
import { sender } from '../../fields/sender';
import type { Operation } from '../../runtime/operation';

export const markAsRead: Operation = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark a message as read',
	description:
		'Show the customer two blue ticks, and if wanted that an answer is being typed (for up to 25 seconds)',
	fields: [
		sender,
		messageId,
		{
			displayName: 'Show Typing',
			name: 'typing',
			type: 'boolean',
			default: false,
			description: 'Whether to show the customer that an answer is being typed',
		},
	],
	async run({ graph, param }) {
		const sending = graphId(param.sender(), 'sender', 'The phone number ID');
		return await graph.post<IDataObject>(`${sending}/messages`, {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: param.text('messageId').trim(),
			...(param.flag('typing') && { typing_indicator: { type: 'text' } }),
		});
	},
};
