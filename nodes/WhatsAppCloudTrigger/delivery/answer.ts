import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers as plain text by ourselves: n8n would send text as HTML, and always with status 200. */
export function answer(
	context: IWebhookFunctions,
	status: number,
	text: string,
): IWebhookResponseData {
	context
		.getResponseObject()
		.status(status)
		.set('X-Content-Type-Options', 'nosniff')
		.type('text/plain')
		.send(text);
	return { noWebhookResponse: true };
}

/** Meta is content, and no execution starts. */
export function nothingToDo(): IWebhookResponseData {
	return { webhookResponse: RECEIVED };
}

/** What Meta's own samples answer. */
export const RECEIVED = 'EVENT_RECEIVED';
