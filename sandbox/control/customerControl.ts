import type { ControlConnection } from './connection';
import type {
	CustomerSettings,
	CustomerView,
	IncomingInput,
	JsonObject,
	MediaInput,
	MessageView,
} from './types';

/** One customer of the sandbox. Each message resolves to how it stands in the chat. */
export class CustomerControl {
	constructor(
		private readonly connection: ControlConnection,
		readonly reference: string,
	) {}

	private get path(): string {
		return `/customers/${encodeURIComponent(this.reference)}`;
	}

	/** Sends anything. */
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

	/** Taps a button, list row or quick reply of a message; `id` is its id (or title, when that is unique). */
	async tap(messageId: string, id: string): Promise<MessageView> {
		return await this.send({ type: 'tap', messageId, id });
	}

	/** Reacts; without an emoji the reaction is taken back. */
	async react(messageId: string, emoji?: string): Promise<MessageView> {
		return await this.send({ type: 'reaction', messageId, emoji });
	}

	/** Answers a flow. */
	async answerFlow(messageId: string, response: JsonObject): Promise<MessageView> {
		return await this.send({ type: 'nfm_reply', messageId, response });
	}

	/** Reads everything that has arrived (up to one message). */
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

	/** Opens or closes the 24-hour window. */
	async setWindow(open: boolean, phoneNumberId?: string): Promise<CustomerView> {
		return await this.connection.post(`${this.path}/window`, { open, phoneNumberId });
	}

	/** Moves to another phone number: the business gets a `system` message. */
	async changeNumber(waId: string): Promise<CustomerView> {
		return await this.connection.post(`${this.path}/number`, { waId });
	}
}
