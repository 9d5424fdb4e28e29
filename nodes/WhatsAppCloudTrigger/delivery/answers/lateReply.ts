import type { IWebhookFunctions } from 'n8n-workflow';
import type { GraphApi } from '../../../../cloud-api/graph';
import { parseRecipient } from '../../../../cloud-api/messages/recipient';
import { sendMessage } from '../../../../cloud-api/messages/send';
import { textMessage } from '../../../../cloud-api/messages/text';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';

/** What a person who answers too late reads, unless the option says otherwise. */
export const LATE_REPLY = 'This question has already been answered or is no longer open.';

/**
 * Tells people that their questions are no longer open. Does not wait for the requests; a message that
 * cannot be sent is logged only.
 */
export function sendLateReplies(
	context: IWebhookFunctions,
	openGraph: () => Promise<GraphApi>,
	late: readonly WhatsAppEvent[],
	text: string,
): void {
	if (text.trim() === '') return;
	for (const { answerTo, phoneNumberId, messageId } of late) {
		if (answerTo === undefined || phoneNumberId === undefined) continue;
		const reply = async () =>
			await sendMessage(await openGraph(), phoneNumberId, {
				recipient: parseRecipient(answerTo, { allowUnusualNumbers: true }),
				content: textMessage({ text }),
				options: { replyTo: messageId },
			});
		reply().catch((error: unknown) => {
			const reason = error instanceof Error ? error.message : String(error);
			context.logger.warn(
				`WhatsApp Cloud API Trigger: a late answer could not be replied to: ${reason}`,
			);
		});
	}
}
