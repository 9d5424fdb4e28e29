import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { HAND_OVER_HEADER, readHandOver, type WaitingAnswer } from '../../shared/answerHandOver';
import { readReference } from '../../shared/answerReference';
import { readCredential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { answerOf, notDelivered } from './answerOf';
import { claim } from './claims';
import { mayAnswer } from './person';
import { keptQuestion } from './question';
import { thank } from './thank';

/**
 * Handles a request to a waiting execution: an answer that the trigger hands over. Whatever is not an
 * answer of the right person to this very question keeps the execution waiting. Never throws, because
 * n8n would end the execution.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await takeAnswer(context);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		context.logger.warn(`WhatsApp Cloud API: an answer could not be read: ${reason}`);
		return keepWaiting(context, 500, { error: 'The answer could not be read' });
	}
}

async function takeAnswer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const credential = await readCredential(context);
	const secrets = [credential.appSecret, credential.previousAppSecret];
	const { rawBody } = context.getRequestObject() as unknown as { rawBody?: Buffer };
	const header = context.getHeaderData()[HAND_OVER_HEADER];
	const handedOver = readHandOver(rawBody ?? Buffer.alloc(0), header, secrets, Date.now());
	if (!handedOver) return keepWaiting(context, 403, { error: 'Answer the question in WhatsApp' });

	const { event } = handedOver;
	const read = readReference(handedOver.reference, secrets)?.reference;
	const question = keptQuestion(context);
	if (!read || read.nodeId !== context.getNode().id || !question) return told(context, 'invalid');
	if (read.nonce !== question.nonce) return told(context, 'otherQuestion');
	const isStatus = event.event === 'status';
	if (!isStatus && !mayAnswer(event, question)) return told(context, 'otherPerson');
	const answer = isStatus ? notDelivered(question, event) : answerOf(question, read.choice, event);
	if (!answer) return told(context, 'invalid');
	if (!claim(context, question.nonce)) return told(context, 'answered');
	if (isStatus) return resumed(answer, true);

	const thanks = await thank(context, graphOf(context, credential), question, event);
	return resumed({ ...answer, ...thanks }, question.startWorkflow);
}

/** @param startWorkflow whether the event also reaches the workflow of the trigger */
function resumed(json: IDataObject, startWorkflow: boolean): IWebhookResponseData {
	return {
		webhookResponse: { waitingNode: 'resumed', startWorkflow } satisfies WaitingAnswer,
		workflowData: [[{ json }]],
	};
}

function told(
	context: IWebhookFunctions,
	waitingNode: WaitingAnswer['waitingNode'],
): IWebhookResponseData {
	return keepWaiting(context, 200, { waitingNode });
}

/** Answers without items, so that n8n leaves the execution as it is. */
function keepWaiting(
	context: IWebhookFunctions,
	status: number,
	body: IDataObject,
): IWebhookResponseData {
	context.getResponseObject().status(status).json(body);
	return { noWebhookResponse: true };
}
