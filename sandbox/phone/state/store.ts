import { computed, signal } from '@preact/signals';
import type {
	CallView,
	CustomerView,
	DeliveryView,
	MessageView,
	RequestView,
	StateView,
} from '../../control/types';
import type { SheetRequest } from '../messages/context';
import { chatsOf, type Chat } from './chats';

/** The state of the page as signals. Written by `sync.ts`, `receive.ts`, and `acts.ts` only. */
export const state = signal<StateView | null>(null);
export const messages = signal<ReadonlyMap<string, MessageView>>(new Map());
/** Newest last, bounded. */
export const requests = signal<RequestView[]>([]);
export const deliveries = signal<DeliveryView[]>([]);
export const calls = signal<ReadonlyMap<string, CallView>>(new Map());
/** The call that fills the phone; `null`: none. */
export const shownCall = signal<string | null>(null);
export const connection = signal<'connecting' | 'live' | 'lost'>('connecting');
/** Milliseconds by which the sandbox's clock is ahead. */
export const clockOffset = signal(0);
/** This computer's clock, updated every few seconds. */
export const tick = signal(Date.now());
export const now = computed(() => tick.value + clockOffset.value);

export const activeChatId = signal<string | null>(null);
export const selectedId = signal<string | null>(null);
/** The participant who writes, by group ID. Default: the first one. */
export const speakers = signal<Readonly<Record<string, string>>>({});
export const replyingTo = signal<MessageView | null>(null);
/** The last flow that changed, e.g. because its file was saved. */
export const changedFlow = signal<{ flowId: string; seq: number } | null>(null);
export const sheet = signal<SheetRequest | null>(null);
/** Messages before this time were there when the page was opened. */
export const seenAtFirst = signal(0);
/** Time of the last look, by chat: later messages are unread. */
export const seen = signal<ReadonlyMap<string, number>>(new Map());

export interface Toast {
	id: number;
	text: string;
	tone: 'plain' | 'bad';
}
export const toasts = signal<Toast[]>([]);

export const chats = computed<Chat[]>(() =>
	state.value
		? chatsOf(state.value, [...messages.value.values()], speakers.value, activeChatId.value)
		: [],
);
export const activeChat = computed(
	() => chats.value.find(({ id }) => id === activeChatId.value) ?? null,
);
export const selected = computed(() =>
	selectedId.value === null ? null : (messages.value.get(selectedId.value) ?? null),
);

/** Finds a customer by WhatsApp ID. */
export const customerOf = (waId: string): CustomerView | undefined =>
	state.value?.customers.find((customer) => customer.waId === waId);

/** Display name of a phone number, BSUID, or group ID. */
export const nameOfAddress = (address: string): string | undefined => {
	const digits = address.replace(/\D/g, '');
	return (
		state.value?.customers.find(({ waId, userId }) => waId === digits || userId === address)
			?.name ?? state.value?.groups.find(({ id }) => id === address)?.subject
	);
};
