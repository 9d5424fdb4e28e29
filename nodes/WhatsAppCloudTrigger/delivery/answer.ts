import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers with plain text through the response object: n8n would send HTML, and always status 200. */
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

/** Confirms the delivery to Meta without starting an execution. */
export function nothingToDo(): IWebhookResponseData {
	return { webhookResponse: RECEIVED };
}

/** The answer that Meta's own samples give. */
export const RECEIVED = 'EVENT_RECEIVED';
