import type {
	CustomerView,
	DeliveryView,
	MessageView,
	SandboxEvent,
	StateView,
} from '../../control/types';
import { chatIdOf } from './chats';
import * as store from './store';

/** As many as are worth scrolling through; older ones stay in the sandbox. */
const KEEP = { wire: 300, messages: 2000 };

/** Everything in a chat up to now counts as seen. */
export function markSeen(chat: string | null) {
	if (chat) store.seen.value = new Map(store.seen.value).set(chat, store.now.peek() + 1000);
}

/** Takes over customers, numbers, behavior, faults and time. */
export function takeState(state: StateView) {
	store.clockOffset.value = state.now - Date.now();
	store.tick.value = Date.now();
	store.state.value = state;
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
	if (!customer) return;
	setCustomer({ ...customer, typingUntil: { ...customer.typingUntil, [phoneNumberId]: until } });
}

function putMessages(changed: MessageView[]) {
	if (changed.length === 0) return;
	const all = new Map(store.messages.value);
	for (const message of changed) all.set(message.id, message);
	for (const id of all.keys()) {
		if (all.size <= KEEP.messages) break;
		all.delete(id);
	}
	store.messages.value = all;
	if (changed.some((message) => chatIdOf(message) === store.activeChatId.value)) {
		markSeen(store.activeChatId.value);
	}
}

/** A delivery is told of when it leaves and when it ends: the newer word replaces the older. */
function putDeliveries(changed: DeliveryView[]) {
	const key = ({ id, attempt }: DeliveryView) => `${id} ${attempt}`;
	const all = new Map(store.deliveries.value.map((delivery) => [key(delivery), delivery]));
	for (const delivery of changed) all.set(key(delivery), delivery);
	store.deliveries.value = [...all.values()].slice(-KEEP.wire);
}

/** Brings the store up to what these events tell, in order. */
export function receive(events: SandboxEvent[]) {
	putMessages(events.flatMap((event) => ('message' in event ? event.message : [])));
	putDeliveries(events.flatMap((event) => (event.type === 'delivery' ? event.delivery : [])));
	const requests = events.flatMap((event) => (event.type === 'request' ? event.request : []));
	store.requests.value = [...store.requests.value, ...requests].slice(-KEEP.wire);
	for (const event of events) {
		if (event.type === 'customer') setCustomer(event.customer);
		if (event.type === 'typing') setTyping(event.customer, event.phoneNumberId, event.until);
	}
}
