import type { JsonObject, MessageView } from '../../sandbox/control/types';
import type { Sandbox } from '../../sandbox/index';

/** The business side of a conversation, using the Graph API. */
export class Business {
	/** @param phoneNumberId the sender */
	constructor(
		private readonly sandbox: Sandbox,
		private readonly phoneNumberId = sandbox.seed.phoneNumberId,
	) {}

	/** Sends a message body (without `messaging_product` and `to`) and waits until the customer's phone receives it. */
	async send(to: string, body: JsonObject): Promise<MessageView> {
		return await this.sandbox.control.waitForStatus(await this.post(body, to), 'read');
	}

	/** Sends a message body and returns its message ID as soon as it is accepted. */
	async post(body: JsonObject, to: string): Promise<string> {
		const envelope = { messaging_product: 'whatsapp', to: `+${to}`, ...body };
		const { messages } = await this.call<{ messages: Array<{ id: string }> }>('messages', envelope);
		return messages[0].id;
	}

	/** Marks a customer's message as read, optionally with a typing indicator. */
	async read(messageId: string, typing = false): Promise<void> {
		await this.call('messages', {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: messageId,
			...(typing ? { typing_indicator: { type: 'text' } } : {}),
		});
	}

	/** Uploads a file and returns its media ID. */
	async upload(bytes: Buffer, filename: string, mimeType: string): Promise<string> {
		const form = new FormData();
		form.set('messaging_product', 'whatsapp');
		form.set('type', mimeType);
		form.set('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), filename);
		return (await this.call<{ id: string }>('media', form)).id;
	}

	private async call<T>(edge: string, body: object): Promise<T> {
		const { url, seed } = this.sandbox;
		const isForm = body instanceof FormData;
		const answer = await fetch(`${url}/v25.0/${this.phoneNumberId}/${edge}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${seed.accessToken}`,
				...(isForm ? {} : { 'content-type': 'application/json' }),
			},
			body: isForm ? body : JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${edge} ${JSON.stringify(body)}: ${answer.status} ${text}`);
		return JSON.parse(text) as T;
	}
}
