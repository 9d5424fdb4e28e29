import { z } from 'zod/v3';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';
import { check } from './check';
import { metaId } from './schema';

export interface MarkAsReadInput {
	/** ID of a received message. In a one-to-one chat all earlier messages become read too, in groups only this one. */
	messageId: string;
	/** Also shows "typing…" until a reply is sent, at most 25 seconds. */
	typingIndicator?: boolean;
}

const schema = z.object({
	messageId: metaId('Message ID'),
	typingIndicator: z.boolean().optional(),
});

/** Marks a message as read, with or without a typing indicator. */
export async function markAsRead(
	graph: GraphApi,
	phoneNumberId: string,
	input: MarkAsReadInput,
): Promise<Json> {
	const { messageId, typingIndicator } = check(schema, input);
	const sender = graphId(phoneNumberId, 'sender', 'The phone number ID of the sender');
	const body = {
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: messageId,
		...(typingIndicator && { typing_indicator: { type: 'text' } }),
	};
	return await graph.post(`${sender}/messages`, body, { idempotent: true });
}
