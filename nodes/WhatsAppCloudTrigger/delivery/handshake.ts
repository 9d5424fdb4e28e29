import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerHandshake } from '../../../cloud-api/webhooks/handshake';
import { readCredential } from '../../shared/credential';
import { tokenOf } from '../callbackUrl';
import { answer } from './answer';
import { refuse } from './refuse';

/** Answers Meta's verification request (GET). */
export async function handshake(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const tokens = await verifyTokens(context);
	const { status, body, refused } = answerHandshake(
		context.getQueryData() as Record<string, unknown>,
		tokens,
	);
	if (status === 200 || refused === undefined) return answer(context, status, body);
	// Not worth an execution: whoever registers the callback sees Meta's own message at once.
	return refuse(
		context,
		{ status, kind: 'handshake', reason: refused, fix: fixFor(context, status) },
		'log',
	);
}

function fixFor(context: IWebhookFunctions, status: number): string {
	if (status === 400) return 'Nothing needs to be done unless this happens while registering';
	return context.getNodeParameter('registerFor') === 'manual'
		? 'Enter the same verify token in this node and in the App dashboard'
		: 'This trigger registers itself and derives its own verify token; use Register For: Manually to choose one yourself';
}

async function verifyTokens(context: IWebhookFunctions): Promise<string[]> {
	if (context.getNodeParameter('registerFor') === 'manual')
		return [String(context.getNodeParameter('verifyToken', '')).trim()];
	const { appSecret, previousAppSecret } = await readCredential(context);
	const url = context.getNodeWebhookUrl('default') ?? '';
	return [appSecret, previousAppSecret]
		.filter((secret) => secret !== '')
		.map((secret) => tokenOf(url, secret));
}
