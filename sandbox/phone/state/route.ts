import { effect } from '@preact/signals';
import { activeChat, activeChatId, chats, replyingTo, selectedId } from './store';
import { markSeen } from './receive';

const fromAddress = () => decodeURIComponent(location.hash.replace(/^#\/?/, '')) || null;

export function openChat(id: string | null) {
	if (id === activeChatId.peek()) return;
	activeChatId.value = id;
	replyingTo.value = null;
	selectedId.value = null;
	markSeen(id);
}

/** Whether the list of chats and the chat stand side by side. */
const isWide = () => matchMedia('(min-width: 760px)').matches;

/**
 * Keeps the open chat and the page's address (`#<customer>@<phone number ID>`) alike, so that a
 * chat can be linked to. On a wide screen the chat with the newest message opens by itself.
 */
export function startRoute() {
	openChat(fromAddress());
	addEventListener('hashchange', () => openChat(fromAddress()));
	effect(() => {
		if (chats.value.length > 0 && !activeChat.value && isWide()) openChat(chats.value[0].id);
	});
	effect(() => {
		const hash = activeChatId.value ? `#${activeChatId.value}` : '';
		if (hash !== location.hash)
			history.replaceState(null, '', hash || location.pathname + location.search);
	});
}
