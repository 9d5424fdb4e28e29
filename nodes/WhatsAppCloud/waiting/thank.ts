import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import type { GraphApi } from '../../../cloud-api/graph';
import type { MessageContent } from '../../../cloud-api/messages/content';
import { reactionMessage } from '../../../cloud-api/messages/reaction';
import { parseRecipient } from '../../../cloud-api/messages/recipient';
import { sendMessage } from '../../../cloud-api/messages/send';
import { textMessage } from '../../../cloud-api/messages/text';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import type { Question } from './question';

/**
 * Sends the reaction and the reply that the options ask for. An answer is not lost because its
 * confirmation could not be sent: the output says why instead.
 */
export async function thank(
	context: IWebhookFunctions,
	graph: GraphApi,
	{ phoneNumberId, reaction, replyText }: Question,
	{ answerTo, messageId }: WhatsAppEvent,
): Promise<IDataObject> {
	if (answerTo === undefined || (reaction === undefined && replyText === undefined)) return {};
	const send = async (content: MessageContent) =>
		await sendMessage(graph, phoneNumberId, {
			recipient: parseRecipient(answerTo, { allowUnusualNumbers: true }),
			content,
		});
	try {
		if (reaction !== undefined && messageId !== undefined)
			await send(reactionMessage({ messageId, emoji: reaction }));
		if (replyText === undefined) return {};
		return { replyMessageId: (await send(textMessage({ text: replyText }))).messageId };
	} catch (error) {
		const replyError = error instanceof Error ? error.message : String(error);
		context.logger.warn(`WhatsApp Cloud API: an answer could not be confirmed: ${replyError}`);
		return { replyError };
	}
}
