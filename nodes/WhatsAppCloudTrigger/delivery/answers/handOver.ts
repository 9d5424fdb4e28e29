import { sleep, type IN8nHttpFullResponse, type IWebhookFunctions } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import {
	readWaitingAnswer,
	signHandOver,
	type WaitingAnswer,
} from '../../../shared/answerHandOver';
import type { AnswerReference } from '../../../shared/answerReference';
import { arrivalOf, resumeAddresses, resumeBase, type ResumeAddress } from './addresses';

const TIMEOUT_MS = 5000;
/** An answer may arrive before n8n has stored that the execution waits. */
const STORING_MS = 60_000;
const RETRY_MS = 400;
const RETRIES = 8;

/**
 * What became of handing an answer over. `late`: the question is no longer open. `elsewhere`: n8n does
 * not accept its own signature, so the execution is one of another n8n. `failed`: Meta has to deliver again.
 */
export type HandOverResult =
	| ({ state: 'taken' } & WaitingAnswer)
	| { state: 'late' }
	| { state: 'elsewhere' }
	| { state: 'failed'; reason: string };

interface Answered {
	text: string;
	reference: AnswerReference;
	appSecret: string;
}

/** Hands an answer to the execution that waits for it, on this n8n only. */
export async function handOver(
	context: IWebhookFunctions,
	{ text, reference, appSecret }: Answered,
	event: WhatsAppEvent,
): Promise<HandOverResult> {
	const base = resumeBase(context);
	if (base === undefined) return { state: 'failed', reason: 'n8n has no public address' };
	const addresses = resumeAddresses(base, arrivalOf(context), reference);
	const flat = { ...event, raw: undefined };
	const attempt = async () => {
		const body = JSON.stringify({ reference: text, event: flat, sentAt: Date.now() });
		return await firstAnswer(context, addresses, body, signHandOver(body, appSecret));
	};
	for (let retry = 0; ; retry++) {
		const result = await attempt();
		if (result !== 'running') return result;
		if (Date.now() - reference.askedAt * 1000 > STORING_MS) return { state: 'late' };
		if (retry === RETRIES)
			return { state: 'failed', reason: 'the execution that asks has not begun to wait' };
		await sleep(RETRY_MS);
	}
}

type Attempt = HandOverResult | 'running';

/** The first address that n8n answers at decides. */
async function firstAnswer(
	context: IWebhookFunctions,
	addresses: ResumeAddress[],
	body: string,
	headers: Record<string, string>,
): Promise<Attempt> {
	const reasons: string[] = [];
	for (const { url, host } of addresses) {
		const { origin } = new URL(url);
		try {
			const response = (await context.helpers.httpRequest({
				method: 'POST',
				url,
				body,
				headers: { 'Content-Type': 'application/json', ...headers, ...(host && { Host: host }) },
				timeout: TIMEOUT_MS,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			})) as IN8nHttpFullResponse;
			const read = readAnswer(response);
			if (read) return read;
			reasons.push(`${origin} answered with HTTP ${response.statusCode}`);
		} catch (error) {
			reasons.push(`${origin}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return { state: 'failed', reason: reasons.join('; ') };
}

/** What n8n or the waiting node says; `undefined` for the answer of anything else, e.g. a proxy. */
export function readAnswer({
	statusCode,
	body,
}: Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>): Attempt | undefined {
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	if (statusCode === 200) {
		const answer = readWaitingAnswer(body);
		if (answer) return { state: 'taken', ...answer };
		return /No action required/i.test(text) ? { state: 'late' } : undefined;
	}
	if (statusCode === 409) return /running already/.test(text) ? 'running' : { state: 'late' };
	if (statusCode === 404 && /The execution [^]*does not exist/.test(text)) return { state: 'late' };
	if (statusCode === 401 && /Invalid token|Invalid Form Link/i.test(text))
		return { state: 'elsewhere' };
	return undefined;
}
