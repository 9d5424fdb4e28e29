import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerHandshake } from '../../../cloud-api/webhooks/handshake';
import { readCredential } from '../../shared/credential';
import { tokenOf } from '../../shared/callbackUrl';
import { noteChallenge } from '../../shared/probeCallback';
import { answer } from './answer';
import { reject } from './reject';

/** Answers Meta's verification request of the callback URL (GET). */
export async function handshake(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const tokens = await verifyTokens(context);
	noteChallenge((context.getQueryData() as Record<string, unknown>)['hub.challenge']);
	const { status, body, rejected } = answerHandshake(
		context.getQueryData() as Record<string, unknown>,
		tokens,
	);
	if (status === 200 || rejected === undefined) return answer(context, status, body);
	// Reported in the log only: whoever registers the callback sees Meta's message.
	return reject(
		context,
		{ status, kind: 'handshake', reason: rejected, fix: fixFor(context, status) },
		'log',
	);
}

function fixFor(context: IWebhookFunctions, status: number): string {
	if (status === 400) return 'Ignore this unless you are registering the callback';
	return context.getNodeParameter('registerFor') === 'manual'
		? 'Enter the same verify token in this node and in the App dashboard'
		: 'This trigger registers itself with a verify token that it derives. To choose your own token, set Register For to Manually';
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
