import type { IWebhookFunctions } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import { looksLikeReference, readReference } from '../../../shared/answerReference';
import type { Credential } from '../../../shared/credential';
import { handOver, type HandOverResult } from './handOver';
import { settledAnswers } from './settledAnswers';

/** What the delivery still has to do after its answers were handed to the executions that wait for them. */
export interface Routed {
	/** The events that are for the workflow of this trigger. */
	events: WhatsAppEvent[];
	/** Answers to questions that are no longer open. */
	late: WhatsAppEvent[];
	/** Why an answer could not be handed over: then Meta has to deliver again. */
	failure?: string;
}

/**
 * Hands the answers of a delivery to the executions that wait for them. An answer that was taken starts
 * no execution of the trigger, unless the waiting node says so. A reference that was not written with the
 * app secret is an ordinary message.
 */
export async function routeAnswers(
	context: IWebhookFunctions,
	{ appSecret, previousAppSecret }: Credential,
	all: WhatsAppEvent[],
): Promise<Routed> {
	const routed: Routed = { events: [], late: [] };
	for (const event of all) {
		const text = referenceOf(event);
		const read = text && readReference(text, [appSecret, previousAppSecret]);
		if (!text || !read) {
			routed.events.push(event);
			continue;
		}
		const key = `${read.reference.executionId} ${read.reference.nonce}`;
		const result = await settledAnswers.settle(
			String(event.messageId),
			key,
			async () => await handOver(context, { text, ...read }, event),
		);
		if (result.state === 'failed') return { ...routed, failure: result.reason };
		const isStatus = event.event === 'status';
		if (result.state === 'late' && !result.again && !isStatus) routed.late.push(event);
		if (startsWorkflow(result, isStatus)) routed.events.push(event);
		log(context, result, event);
	}
	return routed;
}

/** The events without answers, for a delivery that was forwarded: production hands them over. */
export function withoutAnswers(
	all: WhatsAppEvent[],
	{ appSecret, previousAppSecret }: Credential,
): Routed {
	const isAnswer = (event: WhatsAppEvent) => {
		const text = referenceOf(event);
		return text !== undefined && readReference(text, [appSecret, previousAppSecret]) !== undefined;
	};
	return { events: all.filter((event) => !isAnswer(event)), late: [] };
}

/**
 * The reference that a tap on a button or row, a quick reply, or a flow brings back, or the status of a
 * question that was not delivered.
 */
export function referenceOf(event: WhatsAppEvent): string | undefined {
	if (event.event === 'status' && event.status === 'failed')
		return looksLikeReference(event.callbackData) ? event.callbackData : undefined;
	if (event.event !== 'message') return undefined;
	return [event.buttonId, event.flowToken].find(looksLikeReference);
}

function startsWorkflow(result: HandOverResult, isStatus: boolean): boolean {
	if (result.state === 'elsewhere' || isStatus) return true;
	return (
		result.state === 'taken' && result.waitingNode === 'resumed' && result.startWorkflow === true
	);
}

function log(
	{ logger }: IWebhookFunctions,
	result: HandOverResult,
	{ messageId }: WhatsAppEvent,
): void {
	if (result.state === 'elsewhere') {
		logger.warn(
			`WhatsApp Cloud API Trigger: n8n rejected its own signature for the answer ${messageId}: the question was asked by another n8n with the same app secret, or n8n is served below a path (N8N_PATH)`,
		);
	}
	if (result.state === 'taken' && /^(otherPerson|invalid)$/.test(result.waitingNode)) {
		logger.warn(
			`WhatsApp Cloud API Trigger: the answer ${messageId} was not accepted, because it is ${result.waitingNode === 'invalid' ? 'not one of the choices' : 'from a person who was not asked'}`,
		);
	}
}
