import { computed, signal } from '@preact/signals';
import type {
	CustomerView,
	DeliveryView,
	MessageView,
	RequestView,
	StateView,
} from '../../control/types';
import type { SheetRequest } from '../messages/context';
import { chatsOf, type Chat } from './chats';

/** Everything that the page shows, as signals. Only `sync.ts` and the acts in `acts.ts` write here. */
export const state = signal<StateView | null>(null);
export const messages = signal<ReadonlyMap<string, MessageView>>(new Map());
/** Newest last, as many as are worth scrolling through. */
export const requests = signal<RequestView[]>([]);
export const deliveries = signal<DeliveryView[]>([]);
export const connection = signal<'connecting' | 'live' | 'lost'>('connecting');
/** Milliseconds that the sandbox's clock is ahead of this computer's. */
export const clockOffset = signal(0);
/** This computer's clock, moved on every few seconds so that times on the page stay true. */
export const tick = signal(Date.now());
export const now = computed(() => tick.value + clockOffset.value);

export const activeChatId = signal<string | null>(null);
export const selectedId = signal<string | null>(null);
/** Who speaks in a group, by group ID; the first participant unless chosen. */
export const speakers = signal<Readonly<Record<string, string>>>({});
export const replyingTo = signal<MessageView | null>(null);
export const sheet = signal<SheetRequest | null>(null);
/** What was there when the page was opened is not news. */
export const seenAtFirst = signal(0);
/** Newest message seen, by chat: what came later is unread. */
export const seen = signal<ReadonlyMap<string, number>>(new Map());

export interface Toast {
	id: number;
	text: string;
	tone: 'plain' | 'bad';
}
export const toasts = signal<Toast[]>([]);

export const chats = computed<Chat[]>(() =>
	state.value ? chatsOf(state.value, [...messages.value.values()], speakers.value) : [],
);
export const activeChat = computed(
	() => chats.value.find(({ id }) => id === activeChatId.value) ?? null,
);
export const selected = computed(() =>
	selectedId.value === null ? null : (messages.value.get(selectedId.value) ?? null),
);

/** A customer by wa_id. */
export const customerOf = (waId: string): CustomerView | undefined =>
	state.value?.customers.find((customer) => customer.waId === waId);
