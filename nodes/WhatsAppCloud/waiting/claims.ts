import type { IWebhookFunctions } from 'n8n-workflow';

const MAX_CLAIMS = 10_000;
const claimed = new Set<string>();

/**
 * Claims a question for one answer, because n8n 1.x would resume an execution twice for two answers at
 * once. The claim ends when n8n answers that it could not resume the execution.
 *
 * @returns whether no other answer of this process has it
 */
export function claim(context: IWebhookFunctions, nonce: string): boolean {
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${nonce}`;
	if (claimed.has(key)) return false;
	if (claimed.size >= MAX_CLAIMS) claimed.delete(claimed.values().next().value as string);
	claimed.add(key);
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.statusCode >= 300 || !response.writableFinished) claimed.delete(key);
	});
	return true;
}
