import type { MessageQuery, MessageView, StatusError, StatusView } from '../control/types';
import type { Bus } from './bus';
import type { Clock } from './clock';

/** A message with what is not part of its view: billing and reporting. */
export interface StoredMessage {
	view: MessageView;
	/** Outgoing: pricing category, `service` for free-form. */
	category: string;
	/** BSUIDs and wa_ids are looked up by the customer; groups have none. */
	templateId?: string;
	/** Outgoing reactions and pins: the only status is `sent`. */
	onlySent: boolean;
	/** Milliseconds. A message that is not delivered by then is never delivered. */
	expiresAt: number;
	/** Set by the first status that carries a price. */
	billing?: { type: string; billable: boolean };
}

/** Messages kept; beyond it, the oldest are removed. */
const CAPACITY = 50_000;
/** Messages kept in one conversation. */
const CONVERSATION_CAPACITY = 2_000;

/** All messages in both directions, by wamid, oldest first. */
export class Messages {
	private readonly messages = new Map<string, StoredMessage>();
	private readonly conversations = new Map<string, MessageView[]>();

	constructor(
		private readonly clock: Clock,
		private readonly bus: Bus,
	) {}

	get size(): number {
		return this.messages.size;
	}

	find(id: string): StoredMessage | undefined {
		return this.messages.get(id);
	}

	add(message: StoredMessage): void {
		const { view } = message;
		this.messages.set(view.id, message);
		const conversation = this.conversation(view.phoneNumberId, view.customer);
		conversation.push(view);
		if (conversation.length > CONVERSATION_CAPACITY) conversation.shift();
		if (this.messages.size > CAPACITY) this.forgetOldest();
		this.bus.emit(() => ({ type: 'message', message: message.view }));
	}

	/** Adds a status with its time and emits an event. The ticks show the furthest status. */
	addStatus(message: StoredMessage, status: StatusView['status'], errors?: StatusError[]): void {
		const entry: StatusView = { status, timestamp: this.clock.now() };
		if (errors) entry.errors = errors;
		message.view.statuses.push(entry);
		if (RANK[status] >= RANK[message.view.status]) message.view.status = status;
		this.bus.emit(() => ({ type: 'status', message: message.view, status: entry }));
	}

	/** Emits an event for a changed message. */
	changed(message: StoredMessage): void {
		this.bus.emit(() => ({ type: 'status', message: message.view }));
	}

	/** Oldest first. With number and customer, only that conversation is read. */
	list(query: MessageQuery = {}): MessageView[] {
		const { phoneNumberId, customer, direction, limit = 1000 } = query;
		let views =
			phoneNumberId && customer
				? this.conversation(phoneNumberId, customer)
				: [...this.messages.values()].map(({ view }) => view);
		if (phoneNumberId) views = views.filter((view) => view.phoneNumberId === phoneNumberId);
		if (customer) views = views.filter((view) => view.customer === customer);
		if (direction) views = views.filter((view) => view.direction === direction);
		return views.slice(-limit);
	}

	private conversation(phoneNumberId: string, customer: string): MessageView[] {
		const key = `${phoneNumberId}:${customer}`;
		let conversation = this.conversations.get(key);
		if (!conversation) {
			conversation = [];
			this.conversations.set(key, conversation);
		}
		return conversation;
	}

	private forgetOldest(): void {
		for (const [id, { view }] of this.messages) {
			this.messages.delete(id);
			const conversation = this.conversation(view.phoneNumberId, view.customer);
			if (conversation[0] === view) conversation.shift();
			if (conversation.length === 0) {
				this.conversations.delete(`${view.phoneNumberId}:${view.customer}`);
			}
			return;
		}
	}
}

const RANK: Record<StatusView['status'], number> = {
	accepted: 0,
	sent: 1,
	delivered: 2,
	read: 3,
	played: 4,
	failed: 5,
};
