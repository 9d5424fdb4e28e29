import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import type { GraphApi } from '../../../cloud-api/graph';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { HAND_OVER_HEADER, readHandOver, type WaitingAnswer } from '../../shared/answerHandOver';
import { readReference } from '../../shared/answerReference';
import { readCredential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { isRecord } from '../../../cloud-api/values/reading';
import { answerOf, formOutput, notDelivered } from './answerOf';
import { claim } from './claims';
import { mayAnswer } from './person';
import { downloadFlowFiles } from './form/flowFiles';
import { servePage } from './form/servePage';
import { keptQuestion, type Question } from './question';
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
	const question = keptQuestion(context);
	const header = context.getHeaderData()[HAND_OVER_HEADER];
	if (header === undefined && question?.askedBy === 'formPage' && question.form)
		return await servePage(context, { ...question, form: question.form });
	const credential = await readCredential(context);
	const secrets = [credential.appSecret, credential.previousAppSecret];
	const { rawBody } = context.getRequestObject() as unknown as { rawBody?: Buffer };
	const handedOver = readHandOver(rawBody ?? Buffer.alloc(0), header, secrets, Date.now());
	if (!handedOver) return keepWaiting(context, 403, { error: 'Answer the question in WhatsApp' });

	const { event } = handedOver;
	const read = readReference(handedOver.reference, secrets)?.reference;
	if (!read || read.nodeId !== context.getNode().id || !question) return told(context, 'invalid');
	if (read.nonce !== question.nonce) return told(context, 'otherQuestion');
	if (event.event === 'status') {
		if (!claim(context, question.nonce)) return told(context, 'answered');
		return resumed({ json: notDelivered(question, event) }, true);
	}
	if (!mayAnswer(event, question)) return told(context, 'otherPerson');
	const graph = graphOf(context, credential);
	const answer = await outputOf(context, graph, question, read.choice, event);
	if (!answer) return told(context, 'invalid');
	if (!claim(context, question.nonce)) return told(context, 'answered');
	Object.assign(answer.json, await thank(context, graph, question, event));
	return resumed(answer, question.startWorkflow);
}

/** The item of an answer; `undefined` when it does not answer this question. */
async function outputOf(
	context: IWebhookFunctions,
	graph: GraphApi,
	question: Question,
	choice: number | undefined,
	event: WhatsAppEvent,
): Promise<INodeExecutionData | undefined> {
	if (question.form === undefined || !isRecord(event.flowAnswer)) {
		const json = answerOf(question, choice, event);
		return json && { json };
	}
	const { response, binary } = await downloadFlowFiles(context, graph, event.flowAnswer);
	const json = formOutput(question, response, event);
	return json && { json, ...(Object.keys(binary).length > 0 && { binary }) };
}

/** @param startWorkflow whether the event also reaches the workflow of the trigger */
function resumed(item: INodeExecutionData, startWorkflow: boolean): IWebhookResponseData {
	return {
		webhookResponse: { waitingNode: 'resumed', startWorkflow } satisfies WaitingAnswer,
		workflowData: [[item]],
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
