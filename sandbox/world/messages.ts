import type { MessageQuery, MessageView, StatusError, StatusView } from '../control/types';
import type { Bus } from './bus';
import type { Clock } from './clock';

/** What the world knows about a message beyond its view: how it is billed and reported. */
export interface StoredMessage {
	view: MessageView;
	/** Outgoing: pricing category, `service` for free-form. */
	category: string;
	/** BSUIDs and wa_ids are looked up by the customer; groups have none. */
	templateId?: string;
	/** Outgoing reactions, pins: the business gets no more than `sent`. */
	onlySent: boolean;
	/** Milliseconds; not delivered until then, it never will be. */
	expiresAt: number;
	/** What it costs, once that is known. */
	billing?: { type: string; billable: boolean };
}

/** Memory is bounded: the oldest messages are forgotten beyond this, … */
const CAPACITY = 50_000;
/** … and in one conversation beyond this. */
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

	/** Notes a status with its time and tells the event stream. The newest status on the ladder wins for the ticks. */
	addStatus(message: StoredMessage, status: StatusView['status'], errors?: StatusError[]): void {
		const entry: StatusView = { status, timestamp: this.clock.now() };
		if (errors) entry.errors = errors;
		message.view.statuses.push(entry);
		if (RANK[status] >= RANK[message.view.status]) message.view.status = status;
		this.bus.emit(() => ({ type: 'status', message: message.view, status: entry }));
	}

	/** Tells the event stream that a message looks different now. */
	changed(message: StoredMessage): void {
		this.bus.emit(() => ({ type: 'status', message: message.view }));
	}

	/** Oldest first. A conversation (number and customer both given) is found without looking at others. */
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
