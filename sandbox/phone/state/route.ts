import { effect } from '@preact/signals';
import { act } from './acts';
import { api } from './api';
import { chatIdOf } from './chats';
import { activeChat, activeChatId, chats, replyingTo, selectedId, sheet } from './store';
import { markSeen } from './receive';

const fromAddress = () => decodeURIComponent(location.hash.replace(/^#\/?/, '')) || null;

export function openChat(id: string | null) {
	if (id === activeChatId.peek()) return;
	activeChatId.value = id;
	replyingTo.value = null;
	selectedId.value = null;
	markSeen(id);
}

/** Whether the chat list and the chat are side by side. */
const isWide = () => matchMedia('(min-width: 760px)').matches;

/**
 * Synchronizes the open chat with the page's address (`#<customer>@<phone number ID>`), so that a
 * chat has a link. On a wide screen the chat with the newest message opens at the start.
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

/** Opens the flow of `?flow=<id>` in the address, which the preview link of a flow leads to. */
export async function openPreview(): Promise<void> {
	const flow = new URLSearchParams(location.search).get('flow');
	if (!flow) return;
	await act(async () => {
		const message = await api.previewFlow(flow);
		openChat(chatIdOf(message));
		sheet.value = { kind: 'flow', message };
	});
}
