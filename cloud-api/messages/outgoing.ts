import { UnexpectedAnswerError } from '../errors/cloudApiError';
import type { TransportRequest, TransportResponse } from '../transport';

/** What a request that sends a message says about its way, for pacing it and telling it from others. */
export interface OutgoingRequest {
	/** The sending number's ID. */
	phoneNumberId: string;
	/** The recipient as addressed: a number, a user ID or a group ID. */
	recipient: string;
}

const MESSAGE_PATH = /\/(\d+)\/(?:messages|marketing_messages)$/;

/** Reads a request that sends a message; `undefined` for every other one, also for "mark as read" on the same path. */
export function outgoingRequest({
	method,
	url,
	body,
}: TransportRequest): OutgoingRequest | undefined {
	const path = method === 'POST' ? MESSAGE_PATH.exec(url) : null;
	if (!path || typeof body !== 'object' || body === null) return undefined;
	const { to, recipient, status } = body as Record<string, unknown>;
	if (status !== undefined) return undefined;
	return { phoneNumberId: path[1], recipient: String(to ?? recipient ?? '') };
}

/** The ID of the message that Meta accepted; `undefined` when the answer is no acceptance. */
export function acceptedMessageId({ status, body }: TransportResponse): string | undefined {
	if (status >= 400 || typeof body !== 'object' || body === null) return undefined;
	const { messages } = body as { messages?: unknown };
	const id = Array.isArray(messages)
		? (messages[0] as { id?: unknown } | undefined)?.id
		: undefined;
	return typeof id === 'string' ? id : undefined;
}

/**
 * The error for an answer to a message that reads like success but names no message, e.g. the page of a
 * gateway: nobody knows whether Meta took it.
 */
export function unclearAnswer(response: TransportResponse): UnexpectedAnswerError | undefined {
	if (response.status >= 300 || acceptedMessageId(response) !== undefined) return undefined;
	return new UnexpectedAnswerError(
		`The answer with HTTP ${response.status} names no message`,
		'Look whether the message has arrived before you send it again. Check the Base URL of the credential, and whether a proxy or gateway answers in the place of Meta.',
		response.status,
		JSON.stringify(response.body ?? '').slice(0, 200),
	);
}

/** Whether a request may be sent twice without anybody noticing: reads, "mark as read", uploads of media. */
export function isRepeatable(request: TransportRequest): boolean {
	const { method, url, body } = request;
	if (method === 'GET') return true;
	if (method !== 'POST') return false;
	if (/\/\d+\/media$/.test(url)) return true;
	return (
		MESSAGE_PATH.test(url) &&
		typeof body === 'object' &&
		body !== null &&
		(body as Record<string, unknown>).status === 'read'
	);
}
