import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { ExchangeKey } from '../../cloud-api/flows/endpoint/exchangeCrypto';
import { answerText } from './respond';

/** How long an answer is kept; WhatsApp asks again within seconds. */
const REMEMBER_MS = 10 * 60 * 1000;
const MAX_REMEMBERED = 2000;

interface Attempt {
	until: number;
	answer: Promise<string | undefined>;
}

const attempts = new Map<string, Attempt>();

/**
 * WhatsApp chooses a new key for every request, so the same key again is the same request: sent again after
 * a lost answer, or a replay. It gets the same answer and starts no second execution. This process
 * remembers the last 2,000 exchanges for 10 minutes.
 *
 * @returns the answer to a repeated request, or how to remember the answer to a new one
 */
export function repeatedAnswer(
	context: IWebhookFunctions,
	{ aesKey, iv }: ExchangeKey,
): { answer: Promise<IWebhookResponseData> } | { remember: (text: string | undefined) => void } {
	const now = Date.now();
	const id = createHash('sha256')
		.update([context.getWorkflow().id, context.getNode().id, context.getMode()].join(' '))
		.update(aesKey)
		.update(iv)
		.digest('base64');
	const known = attempts.get(id);
	if (known && known.until > now) return { answer: sameAnswer(context, known) };
	let settle: (text: string | undefined) => void = () => {};
	const answer = new Promise<string | undefined>((resolve) => {
		settle = resolve;
	});
	if (attempts.size >= MAX_REMEMBERED) {
		const [oldest] = attempts.keys();
		attempts.delete(oldest);
	}
	attempts.set(id, { until: now + REMEMBER_MS, answer });
	return { remember: settle };
}

async function sameAnswer(
	context: IWebhookFunctions,
	{ answer }: Attempt,
): Promise<IWebhookResponseData> {
	const text = await answer;
	if (text !== undefined) return answerText(context, text);
	context.getResponseObject().status(500).type('text/plain').send('');
	return { noWebhookResponse: true };
}
