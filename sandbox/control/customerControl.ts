import type { ControlConnection } from './connection';
import { OpenedFlow } from './openedFlow';
import type {
	CallInput,
	CallView,
	CustomerSettings,
	CustomerView,
	FlowSessionView,
	FlowValue,
	IncomingInput,
	MediaInput,
	MessageView,
	PaymentInput,
	PaymentView,
} from './types';

/** Acts as one customer. Sending resolves with the message. */
export class CustomerControl {
	constructor(
		private readonly connection: ControlConnection,
		readonly reference: string,
	) {}

	private get path(): string {
		return `/customers/${encodeURIComponent(this.reference)}`;
	}

	/** Sends a message of any type. */
	async send(input: IncomingInput): Promise<MessageView> {
		return await this.connection.post(`${this.path}/messages`, input);
	}

	async sendText(text: string, replyTo?: string): Promise<MessageView> {
		return await this.send({ type: 'text', text, replyTo });
	}

	async sendMedia(
		type: 'image' | 'video' | 'audio' | 'document' | 'sticker',
		media: MediaInput,
	): Promise<MessageView> {
		return await this.send({ type, media });
	}

	/** Taps a button, list row, or quick reply; `id` is its ID or title. */
	async tap(messageId: string, id: string): Promise<MessageView> {
		return await this.send({ type: 'tap', messageId, id });
	}

	/** Reacts to a message. Without an emoji, removes the reaction. */
	async react(messageId: string, emoji?: string): Promise<MessageView> {
		return await this.send({ type: 'reaction', messageId, emoji });
	}

	/** Opens the flow of a message, to go through it screen by screen. */
	async openFlow(messageId: string): Promise<OpenedFlow> {
		const view = await this.connection.post<FlowSessionView>(`${this.path}/flows`, { messageId });
		return new OpenedFlow(this.connection, view);
	}

	/**
	 * Opens the flow of a message, fills in and submits every screen, and resolves with the answer.
	 * The keys are names or labels of inputs; choices are given by ID or title.
	 */
	async answerFlow(
		messageId: string,
		answers: Record<string, FlowValue> = {},
	): Promise<MessageView> {
		return await this.connection.post(`${this.path}/flow-answers`, { messageId, answers });
	}

	/** Reads all delivered messages, or those up to `messageId`. */
	async read(messageId?: string, phoneNumberId?: string): Promise<{ read: number }> {
		return await this.connection.post(`${this.path}/read`, { messageId, phoneNumberId });
	}

	async set(
		settings: Partial<CustomerSettings> & {
			name?: string;
			username?: string;
			identityHash?: string;
		},
	): Promise<CustomerView> {
		return await this.connection.call('PATCH', this.path, settings);
	}

	/** Opens or closes the customer service window. */
	async setWindow(open: boolean, phoneNumberId?: string): Promise<CustomerView> {
		return await this.connection.post(`${this.path}/window`, { open, phoneNumberId });
	}

	/** Changes the phone number. The business gets a `system` message. */
	async changeNumber(waId: string): Promise<CustomerView> {
		return await this.connection.post(`${this.path}/number`, { waId });
	}

	/** Taps a group's invite link (or names the group's ID): joins, or asks to join. */
	async joinGroup(group: string): Promise<{ outcome: 'joined' | 'requested' }> {
		return await this.connection.post('/groups/join', { customer: this.reference, group });
	}

	/** Leaves a group, or withdraws the request to join it. */
	async leaveGroup(group: string): Promise<void> {
		await this.connection.post('/groups/leave', { customer: this.reference, group });
	}

	/** Calls the business. The call rings until the business answers, 45 seconds at most. */
	async call(input: CallInput = {}): Promise<CallView> {
		return await this.connection.post(`${this.path}/calls`, input);
	}

	/** Cancels a ringing call, or ends an accepted one. */
	async hangUp(callId: string): Promise<CallView> {
		return await this.connection.post(`/calls/${encodeURIComponent(callId)}/hang-up`);
	}

	/** Changes the permission to call in the business profile; sends no webhook. */
	async setCallPermission(
		permission: 'temporary' | 'permanent' | 'none',
		phoneNumberId?: string,
	): Promise<void> {
		await this.connection.post(`${this.path}/call-permission`, { permission, phoneNumberId });
	}

	/** Pays an order, fails to, or starts to; the business gets a `payment` status. */
	async pay(messageId: string, input: Omit<PaymentInput, 'messageId'> = {}): Promise<PaymentView> {
		return await this.connection.post('/payments', { messageId, ...input });
	}
}
