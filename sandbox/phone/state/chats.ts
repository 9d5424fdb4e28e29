import type { CustomerView, MessageView, PhoneNumberView, StateView } from '../../control/types';

/** One conversation: a customer (or a group) with one of the business's numbers. */
export interface Chat {
	/** `<customer>@<phone number ID>` or `group:<group ID>`, also in the page's address. */
	id: string;
	number: PhoneNumberView;
	/** The customer of this phone; in a group, the participant who writes. */
	customer: CustomerView;
	group?: { id: string; subject: string; participants: string[] };
	/** Oldest first, without reactions. */
	messages: MessageView[];
}

export const chatId = (customer: string, phoneNumberId: string) => `${customer}@${phoneNumberId}`;
export const groupChatId = (groupId: string) => `group:${groupId}`;

/** The chat that a message belongs to. */
export const chatIdOf = ({ groupId, customer, phoneNumberId }: MessageView) =>
	groupId ? groupChatId(groupId) : chatId(customer, phoneNumberId);

const newest = (chat: Chat) => chat.messages.at(-1)?.timestamp ?? 0;

/**
 * All chats, newest message first. Every customer has a chat with the seed's number; with other
 * numbers only after the first message, or while it is open.
 */
export function chatsOf(
	state: StateView,
	messages: MessageView[],
	speakers: Readonly<Record<string, string>> = {},
	openId: string | null = null,
): Chat[] {
	const byChat = new Map<string, MessageView[]>();
	for (const message of messages.filter(({ type }) => type !== 'reaction')) {
		const id = chatIdOf(message);
		byChat.set(id, [...(byChat.get(id) ?? []), message]);
	}
	const own = (id: string) => byChat.get(id)?.toSorted((a, b) => a.timestamp - b.timestamp) ?? [];
	const chats: Chat[] = [];
	for (const number of state.phoneNumbers) {
		for (const customer of state.customers) {
			const id = chatId(customer.waId, number.id);
			if (byChat.has(id) || id === openId || number.id === state.seed.phoneNumberId) {
				chats.push({ id, number, customer, messages: own(id) });
			}
		}
		for (const group of state.groups.filter(({ phoneNumberId }) => phoneNumberId === number.id)) {
			const chosen = speakers[group.id];
			const speaker = group.participants.includes(chosen) ? chosen : group.participants[0];
			const customer = state.customers.find(({ waId }) => waId === speaker);
			const id = groupChatId(group.id);
			if (customer) chats.push({ id, number, customer, group, messages: own(id) });
		}
	}
	return chats.sort((a, b) => newest(b) - newest(a));
}
