/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { batch } from '@preact/signals';
import type { CustomerView, MessageView, SandboxEvent, StateView } from '../../control/types';
import { api } from './api';
import { say } from './acts';
import { chatIdOf } from './chats';
import * as store from './store';

const KEEP = 300;
const EVENTS: Array<SandboxEvent['type']> = [
	'message',
	'status',
	'typing',
	'read',
	'delivery',
	'request',
	'customer',
	'template',
	'state',
	'reset',
];

function put(message: MessageView) {
	store.messages.value = new Map(store.messages.value).set(message.id, message);
	if (chatIdOf(message) === store.activeChatId.value) markSeen(store.activeChatId.value);
}

/** Everything in a chat up to now counts as seen. */
export function markSeen(chat: string | null) {
	if (chat) store.seen.value = new Map(store.seen.value).set(chat, store.now.peek() + 1000);
}

function takeState(state: StateView) {
	store.clockOffset.value = state.now - Date.now();
	store.tick.value = Date.now();
	store.state.value = state;
}

/** Reads what is neither a message nor on the wire: customers, numbers, behaviour, faults, time. */
export async function loadState() {
	takeState(await api.state());
}

/** Reads all anew: at the start, after a reset, and after a lost connection. */
async function loadAll() {
	const [state, messages, requests, deliveries] = await Promise.all([
		api.state(),
		api.messages(),
		api.requests(),
		api.deliveries(),
	]);
	// Together: a state without its messages would lack chats that the address may name.
	batch(() => {
		takeState(state);
		store.messages.value = new Map(messages.map((message) => [message.id, message]));
		store.requests.value = requests;
		store.deliveries.value = deliveries;
	});
}

const attempt = (work: Promise<void>) =>
	work.catch((reason: unknown) =>
		say(reason instanceof Error ? reason.message : String(reason), 'bad'),
	);

function receive(event: SandboxEvent) {
	switch (event.type) {
		case 'message':
		case 'status':
		case 'read':
			return put(event.message);
		case 'typing':
			return setTyping(event.customer, event.phoneNumberId, event.until);
		case 'delivery': {
			const others = store.deliveries.value.filter(
				({ id, attempt }) => id !== event.delivery.id || attempt !== event.delivery.attempt,
			);
			store.deliveries.value = [...others, event.delivery].slice(-KEEP);
			return;
		}
		case 'request':
			store.requests.value = [...store.requests.value, event.request].slice(-KEEP);
			return;
		case 'customer':
			return setCustomer(event.customer);
		case 'reset':
			store.selectedId.value = null;
			store.replyingTo.value = null;
			store.sheet.value = null;
			return void attempt(loadAll());
		case 'state':
			return void attempt(loadState());
		case 'template':
			return;
	}
}

/** Takes over what is new about a customer. */
export function setCustomer(customer: CustomerView) {
	const state = store.state.value;
	if (!state) return;
	const known = state.customers.some(({ waId }) => waId === customer.waId);
	const customers = known
		? state.customers.map((other) => (other.waId === customer.waId ? customer : other))
		: [...state.customers, customer];
	store.state.value = { ...state, customers };
}

function setTyping(waId: string, phoneNumberId: string, until: number) {
	const customer = store.customerOf(waId);
	if (customer)
		setCustomer({ ...customer, typingUntil: { ...customer.typingUntil, [phoneNumberId]: until } });
}

/**
 * Keeps the store like the sandbox: loads all, then follows its events. After a lost connection
 * the browser reconnects by itself, and all is read again, since events in between are gone.
 */
export function startSync() {
	const source = new EventSource(`/_sandbox/events?types=${EVENTS.join(',')}`);
	source.addEventListener('open', () => {
		store.connection.value = 'live';
		void attempt(loadAll());
	});
	source.addEventListener('error', () => {
		store.connection.value = source.readyState === EventSource.CLOSED ? 'lost' : 'connecting';
	});
	for (const type of EVENTS) {
		source.addEventListener(type, (event) =>
			receive(JSON.parse(String(event.data)) as SandboxEvent),
		);
	}
	setInterval(() => (store.tick.value = Date.now()), 5000);
}
