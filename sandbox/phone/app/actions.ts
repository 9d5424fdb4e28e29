import type { MessageActions } from '../messages/context';
import { jumpTo, say, send } from '../state/acts';
import { messages, sheet } from '../state/store';

/** What messages can do in a live chat with the business of this name. */
export function actionsFor(business: string): MessageActions {
	return {
		enabled: true,
		find: (id) => messages.value.get(id),
		jump: jumpTo,
		nameOf: ({ direction }) => (direction === 'incoming' ? 'You' : business),
		tap: ({ id: messageId }, id) => void send({ type: 'tap', messageId, id }),
		callPermission: ({ id: messageId }, response) =>
			void send({ type: 'call_permission_reply', messageId, response }),
		contactInfo: ({ id: messageId }) => void send({ type: 'contact_info', messageId }),
		open: (request) => (sheet.value = request),
		notice: (text) => say(text),
	};
}
