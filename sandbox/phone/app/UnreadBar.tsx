import { CheckCheck } from 'lucide';
import { Icon } from '../parts/Icon';
import { act } from '../state/acts';
import { api } from '../state/api';
import type { Chat } from '../state/chats';

/** Reads delivered messages while automatic reading is off. */
export function UnreadBar({ chat }: { chat: Chat }) {
	const unread = chat.messages.filter(
		({ direction, status }) => direction === 'outgoing' && status === 'delivered',
	);
	const last = unread.at(-1);
	if (!last || chat.customer.autoRead || chat.group || !chat.customer.readReceipts) return null;
	const read = () => act(() => api.read(chat.customer.waId, chat.number.id, last.id));
	return (
		<button type="button" class="unread-bar" onClick={() => void read()}>
			<Icon icon={CheckCheck} size={16} /> Read{' '}
			{unread.length === 1 ? 'one message' : `${unread.length} messages`} as {chat.customer.name}
		</button>
	);
}
