import { createHmac } from 'crypto';
import { isRecord } from '../../cloud-api/values/reading';
import { checkSignature, signatureOf } from '../../cloud-api/webhooks/signature';
import type { WhatsAppEvent } from '../../cloud-api/webhooks/event';

/** An answer on its way from the trigger that received it to the node that waits for it. */
export interface HandedOver {
	/** The reference as it came back. */
	reference: string;
	/** The answer as the trigger returns events. */
	event: WhatsAppEvent;
	/** When it was handed over, in milliseconds since 1970. */
	sentAt: number;
}

/**
 * What the waiting node did with an answer.
 *
 * - `resumed`: the execution goes on with it
 * - `answered`: the question was answered before
 * - `otherQuestion`: the node waits for the answer to another question
 * - `otherPerson`: the answer is not from a person who may answer
 * - `invalid`: it is not an answer to this question
 */
export type WaitingState = 'resumed' | 'answered' | 'otherQuestion' | 'otherPerson' | 'invalid';

export interface WaitingAnswer {
	waitingNode: WaitingState;
	/** Whether the trigger starts its workflow with the answer as well. */
	startWorkflow?: boolean;
}

/** The header with the signature over the body. */
export const HAND_OVER_HEADER = 'x-whatsapp-cloud-hand-over';

/** How old a hand-over may be: longer than any request takes. */
const MAX_AGE_MS = 5 * 60 * 1000;

/** Signs a body for the waiting node. */
export function signHandOver(body: string, appSecret: string): Record<string, string> {
	return { [HAND_OVER_HEADER]: signatureOf(body, keyOf(appSecret)) };
}

/** The answer in a request; `undefined` unless it was signed with one of the secrets in the last minutes. */
export function readHandOver(
	rawBody: Uint8Array,
	header: unknown,
	appSecrets: readonly string[],
	now: number,
): HandedOver | undefined {
	const keys = appSecrets.filter((secret) => secret !== '').map(keyOf);
	if (checkSignature(rawBody, header, keys) !== 'valid') return undefined;
	const body = parse(Buffer.from(rawBody).toString('utf8'));
	if (!isRecord(body) || typeof body.sentAt !== 'number' || !isRecord(body.event)) return undefined;
	if (Math.abs(now - body.sentAt) > MAX_AGE_MS || typeof body.reference !== 'string')
		return undefined;
	return body as unknown as HandedOver;
}

/** Reads what a waiting node answered; `undefined` for any other answer. */
export function readWaitingAnswer(body: unknown): WaitingAnswer | undefined {
	const json = typeof body === 'string' ? parse(body) : body;
	return isRecord(json) && typeof json.waitingNode === 'string'
		? (json as unknown as WaitingAnswer)
		: undefined;
}

/** A key of its own, so that no signature of Meta's passes for one of a hand-over. */
function keyOf(appSecret: string): string {
	return createHmac('sha256', appSecret).update('answer hand-over').digest('hex');
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
