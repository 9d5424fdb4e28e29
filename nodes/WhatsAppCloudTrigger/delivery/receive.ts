import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { deliver } from './deliver';
import { handshake } from './handshake';

/** One call of the callback: Meta's verification (GET) or a delivery (POST). */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return context.getWebhookName() === 'setup' ? await handshake(context) : await deliver(context);
}
