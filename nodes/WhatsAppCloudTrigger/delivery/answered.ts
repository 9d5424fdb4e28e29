import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * Resolves when the request has been answered, to whether Meta takes it as accepted. n8n answers once
 * the execution is stored; when that did not work it answers 500, and Meta delivers again.
 *
 * When Meta hung up before the answer, the execution may well be stored: counted as accepted.
 */
export async function answered(context: IWebhookFunctions): Promise<boolean> {
	const response = context.getResponseObject();
	return await new Promise((resolve) => {
		response.once('finish', () => resolve(response.statusCode < 300));
		response.once('close', () => resolve(response.statusCode < 300));
	});
}
