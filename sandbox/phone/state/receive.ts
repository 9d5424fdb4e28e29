import type {
	CallView,
	CustomerView,
	DeliveryView,
	MessageView,
	SandboxEvent,
	StateView,
} from '../../control/types';
import { chatIdOf } from './chats';
import * as store from './store';

/** How much the page keeps; older entries stay in the sandbox. */
const KEEP = { wire: 300, messages: 2000 };

/** Marks a chat as seen. */
export function markSeen(chat: string | null) {
	if (chat) store.seen.value = new Map(store.seen.value).set(chat, store.now.peek() + 1000);
}

/** Stores customers, phone numbers, behavior, faults, and time. */
export function takeState(state: StateView) {
	store.clockOffset.value = state.now - Date.now();
	store.tick.value = Date.now();
	store.state.value = state;
}

/** Stores a new or changed customer. */
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

/** Stores deliveries. There is an event at the start and at the end; the newer one wins. */
function putDeliveries(changed: DeliveryView[]) {
	const key = ({ id, attempt }: DeliveryView) => `${id} ${attempt}`;
	const all = new Map(store.deliveries.value.map((delivery) => [key(delivery), delivery]));
	for (const delivery of changed) all.set(key(delivery), delivery);
	store.deliveries.value = [...all.values()].slice(-KEEP.wire);
}

/** Stores a call. A call that starts now fills the phone. */
function putCall(call: CallView) {
	store.calls.value = new Map(store.calls.value).set(call.id, call);
	if (call.state === 'ringing') store.shownCall.value = call.id;
}

/** Applies events to the store, in order. */
export function receive(events: SandboxEvent[]) {
	putMessages(events.flatMap((event) => ('message' in event ? event.message : [])));
	putDeliveries(events.flatMap((event) => (event.type === 'delivery' ? event.delivery : [])));
	const requests = events.flatMap((event) => (event.type === 'request' ? event.request : []));
	store.requests.value = [...store.requests.value, ...requests].slice(-KEEP.wire);
	for (const event of events) {
		if (event.type === 'customer') setCustomer(event.customer);
		if (event.type === 'call') putCall(event.call);
		if (event.type === 'flow') store.changedFlow.value = event;
		if (event.type === 'typing') setTyping(event.customer, event.phoneNumberId, event.until);
	}
}
