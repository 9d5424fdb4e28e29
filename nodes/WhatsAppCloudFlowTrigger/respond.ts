import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers with an encrypted text, without starting an execution. */
export function answerText(context: IWebhookFunctions, text: string): IWebhookResponseData {
	context.getResponseObject().status(200).type('text/plain').send(text);
	return { noWebhookResponse: true };
}

/** Answers with a status that WhatsApp acts on, and JSON, without starting an execution. */
export function answerJson(
	context: IWebhookFunctions,
	status: number,
	json: IDataObject,
): IWebhookResponseData {
	context.getResponseObject().status(status).json(json);
	return { noWebhookResponse: true };
}

/**
 * Rejects a request with the status that Meta defines for it (421 cannot be decrypted, 432 wrong signature),
 * and writes why to the log. The caller learns only the status.
 */
export function reject(
	context: IWebhookFunctions,
	status: 413 | 421 | 432,
	reason: string,
): IWebhookResponseData {
	context.logger.warn(
		`WhatsApp Cloud API Flow Trigger rejected a request with status ${status}: ${reason}.`,
	);
	context
		.getResponseObject()
		.status(status)
		.set('X-Content-Type-Options', 'nosniff')
		.type('text/plain')
		.send('');
	return { noWebhookResponse: true };
}
