import type { IWebhookFunctions } from 'n8n-workflow';
import { Acceptance } from './acceptance';

/**
 * Watches what n8n answers to this delivery. After a hang-up Node.js emits no event for the answer that
 * n8n still writes, so its writing itself is noticed.
 */
export function watchAnswer(context: IWebhookFunctions): Acceptance {
	const acceptance = new Acceptance();
	const response = context.getResponseObject();
	const end = response.end.bind(response) as (...parts: unknown[]) => typeof response;
	response.end = ((...parts: unknown[]) => {
		acceptance.answer(response.statusCode);
		return end(...parts);
	}) as typeof response.end;
	response.once('close', () => acceptance.hangUp(Date.now()));
	if (response.destroyed) acceptance.hangUp(Date.now());
	return acceptance;
}
