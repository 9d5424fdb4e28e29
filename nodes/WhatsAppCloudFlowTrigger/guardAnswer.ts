import type { IWebhookFunctions } from 'n8n-workflow';
import { encryptAnswer, type ExchangeKey } from '../../cloud-api/flows/endpoint/exchangeCrypto';
import { nextScreen, type FlowExchange } from '../../cloud-api/flows/endpoint/protocol';
import { ANSWER_HEADER, ANSWER_WITHIN_MS } from '../shared/flowExchange';
import type { Settings } from './settings';

interface Guarded {
	request: ExchangeKey;
	exchange: FlowExchange;
	settings: Settings;
	/** Called once with the text that was sent; `undefined` when there was none. */
	onAnswer: (text: string | undefined) => void;
}

/**
 * Makes sure that WhatsApp gets an answer that it can show: if n8n answers with anything but the answer of
 * Flow → Respond (the workflow failed, or ended without one), or nothing comes within 9 s, the customer sees
 * the error message on the screen. What n8n writes after that is dropped.
 */
export function guardAnswer(
	context: IWebhookFunctions,
	{ request, exchange, settings, onAnswer }: Guarded,
): void {
	const response = context.getResponseObject();
	const end = response.end.bind(response) as (...parts: unknown[]) => typeof response;
	let isDone = false;
	const finish = (text: string | undefined, ...parts: unknown[]) => {
		isDone = true;
		onAnswer(text);
		const ended = end(...parts);
		// A late answer of n8n must not fail because the headers are sent.
		response.setHeader = () => response;
		response.removeHeader = () => response;
		return ended;
	};
	const showError = (why: string) => {
		context.logger.warn(`WhatsApp Cloud API Flow Trigger: ${why}, so the customer sees an error`);
		const screen = settings.errorScreen || exchange.screen;
		const text =
			screen === undefined
				? undefined
				: encryptAnswer(nextScreen(screen, {}, settings.errorMessage), request);
		response.statusCode = text === undefined ? 500 : 200;
		response.removeHeader('etag');
		response.setHeader('content-type', 'text/plain; charset=utf-8');
		response.setHeader('content-length', Buffer.byteLength(text ?? ''));
		return finish(text, text ?? '');
	};
	AbortSignal.timeout(ANSWER_WITHIN_MS).addEventListener('abort', () => {
		if (!isDone && !response.destroyed) showError('the workflow took longer than 9 seconds');
	});
	response.end = ((...parts: unknown[]) => {
		if (isDone) return response;
		if (response.getHeader(ANSWER_HEADER) === undefined)
			return showError('the workflow failed or ended without Flow → Respond');
		response.removeHeader(ANSWER_HEADER);
		const text = response.statusCode === 200 ? textOf(parts[0]) : undefined;
		return finish(text, ...parts);
	}) as typeof response.end;
}

function textOf(chunk: unknown): string | undefined {
	if (typeof chunk === 'string') return chunk;
	return Buffer.isBuffer(chunk) ? chunk.toString('utf8') : undefined;
}
