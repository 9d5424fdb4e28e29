/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { IncomingInput, MessageView } from '../../control/types';
import { api } from './api';
import * as store from './store';

let toastId = 0;

/** Shows a notification for 3.5 seconds, an error for 9 seconds. */
export function say(text: string, tone: store.Toast['tone'] = 'plain') {
	const id = ++toastId;
	store.toasts.value = [...store.toasts.value.slice(-2), { id, text, tone }];
	setTimeout(() => dismiss(id), tone === 'bad' ? 9000 : 3500);
}

export const dismiss = (id: number) => {
	store.toasts.value = store.toasts.value.filter((toast) => toast.id !== id);
};

/** Runs an action and shows its error. Resolves with whether it succeeded. */
export async function act(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (reason) {
		say(reason instanceof Error ? reason.message : String(reason), 'bad');
		return false;
	}
}

/** Sends a message as the customer of the open chat, as a reply to the quoted message if there is one. */
export async function send(input: IncomingInput): Promise<boolean> {
	const chat = store.activeChat.value;
	if (!chat) return false;
	const quoted = store.replyingTo.value;
	const where = chat.group ? { groupId: chat.group.id } : {};
	const sent = await act(() =>
		api.send(chat.customer.waId, {
			...(quoted && !input.replyTo && takesQuote(input) ? { replyTo: quoted.id } : {}),
			phoneNumberId: chat.number.id,
			...where,
			...input,
		}),
	);
	if (sent && takesQuote(input)) store.replyingTo.value = null;
	return sent;
}

/** Taps, forms, and reactions refer to their message without a quote. */
const takesQuote = ({ type }: IncomingInput) =>
	['text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts'].includes(type);

/** Calls the business as the customer of the open chat; `ctaPayload`: with a call button. */
export async function callBusiness(ctaPayload?: string): Promise<void> {
	const chat = store.activeChat.value;
	if (!chat) return;
	await act(() =>
		api.startCall(chat.customer.waId, {
			phoneNumberId: chat.number.id,
			...(ctaPayload !== undefined && { ctaPayload }),
		}),
	);
}

/** Reacts to a message, or removes the same reaction. */
export function react(message: MessageView, emoji: string) {
	const mine = message.reactions.find(({ from }) => from === 'customer');
	return send({
		type: 'reaction',
		messageId: message.id,
		...(mine?.emoji === emoji ? {} : { emoji }),
	});
}

/** Scrolls to a message of the open chat and highlights it. */
export function jumpTo(id: string) {
	const row = document.getElementById(`message-${id}`);
	const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
	row?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
	row?.classList.remove('flash');
	requestAnimationFrame(() => row?.classList.add('flash'));
}
