import { CloudApiError } from '../../../../cloud-api/errors/cloudApiError';
import type { MessageContent } from '../../../../cloud-api/messages/content';
import type { SentMessage } from '../../../../cloud-api/messages/send';
import type { Call } from '../../runtime/operation';
import { send } from './send';

/**
 * Sends messages in order, each one after Meta has accepted the one before; only the first can be a reply.
 * When one is rejected, the error's details name those already sent, so that nobody sends them twice.
 */
export async function sendParts(call: Call, contents: MessageContent[]): Promise<SentMessage[]> {
	const sent: SentMessage[] = [];
	for (const content of contents) {
		sent.push(
			await send(call, content, sent.length > 0 ? { replyTo: undefined } : {}).catch(
				async (error: unknown) => {
					if (sent.length > 0 && error instanceof CloudApiError) {
						error.details.partsSent = sent.map(({ messageId }) => messageId);
						error.details.partsOpen = contents.length - sent.length;
					}
					return await Promise.reject(error);
				},
			),
		);
	}
	return sent;
}
