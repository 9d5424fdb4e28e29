import type { MessageView } from '../../control/types';
import type { MessageActions } from '../messages/context';
import { callBusiness, jumpTo, say, send } from '../state/acts';
import type { Chat } from '../state/chats';
import { customerOf, messages, sheet } from '../state/store';

/** Whether the customer of this phone wrote a message. In groups, other participants write, too. */
export const isOwn = (message: MessageView, { group, customer }: Chat) =>
	message.direction === 'incoming' && (!group || message.customer === customer.waId);

/** The actions of messages in a live chat. */
export function actionsFor(chat: Chat): MessageActions {
	const business = chat.number.verifiedName || chat.number.displayPhoneNumber;
	const person = (waId: string) => customerOf(waId)?.name ?? `+${waId}`;
	return {
		enabled: true,
		find: (id) => messages.value.get(id),
		answeredWith: ({ id }, type) =>
			[...messages.value.values()].some((other) => other.replyTo === id && other.type === type),
		jump: jumpTo,
		nameOf: (message) =>
			message.direction === 'outgoing'
				? business
				: isOwn(message, chat)
					? 'You'
					: person(message.customer),
		senderOf: (message) =>
			!chat.group || isOwn(message, chat)
				? undefined
				: message.direction === 'outgoing'
					? business
					: person(message.customer),
		tap: ({ id: messageId }, id) => void send({ type: 'tap', messageId, id }),
		callPermission: ({ id: messageId }, response) =>
			void send({ type: 'call_permission_reply', messageId, response }),
		contactInfo: ({ id: messageId }) => void send({ type: 'contact_info', messageId }),
		call: (payload) => void callBusiness(payload),
		open: (request) => (sheet.value = request),
		notice: (text) => say(text),
	};
}
