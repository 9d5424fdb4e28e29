import type { IWebhookFunctions } from 'n8n-workflow';
import type { GraphApi } from '../../../cloud-api/graph';
import { markAsRead } from '../../../cloud-api/messages/markAsRead';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';

/**
 * Shows blue check marks, and optionally "typing…", to every customer in this delivery. Does not wait for
 * the requests; failures are logged only, because the workflow has the messages already.
 *
 * One request per customer also marks the earlier messages; in groups each message needs its own.
 */
export function sendReadReceipts(
	context: IWebhookFunctions,
	openGraph: () => Promise<GraphApi>,
	events: readonly WhatsAppEvent[],
	typingIndicator: boolean,
): void {
	const latest = new Map<string, WhatsAppEvent>();
	for (const event of events) {
		if (event.event !== 'message' || !event.messageId || !event.phoneNumberId) continue;
		if (event.type === 'system' || event.isTestEvent) continue;
		const key =
			event.groupId === undefined ? `${event.phoneNumberId} ${event.customerId}` : event.messageId;
		latest.set(String(key), event);
	}
	if (latest.size === 0) return;
	const warn = (error: unknown) => {
		const reason = error instanceof Error ? error.message : String(error);
		context.logger.warn(
			`WhatsApp Cloud API Trigger: a message could not be marked as read: ${reason}`,
		);
	};
	openGraph().then((graph) => {
		for (const { phoneNumberId = '', messageId = '' } of latest.values())
			markAsRead(graph, phoneNumberId, { messageId, typingIndicator }).catch(warn);
	}, warn);
}
