import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../../shared/signedRequest';

const TIMEOUT_MS = 5000;

/**
 * Forwards a delivery that reached a test run to the callback that normally receives it, unchanged and
 * with Meta's signature, so that production misses nothing during a test.
 *
 * @returns whether it was accepted there; if not, Meta must deliver again
 */
export async function forwardDelivery(
	context: IWebhookFunctions,
	url: string,
	{ rawBody, signature, contentType }: Delivery,
): Promise<boolean> {
	try {
		await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: rawBody,
			headers: { 'Content-Type': contentType, 'X-Hub-Signature-256': String(signature) },
			timeout: TIMEOUT_MS,
			disableFollowRedirect: true,
		});
		return true;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		context.logger.warn(
			`WhatsApp Cloud API Trigger: a delivery could not be forwarded from the test run to ${url}: ${reason}`,
		);
		return false;
	}
}
