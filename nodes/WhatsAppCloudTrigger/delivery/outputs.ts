import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { choiceOf } from '../eventChoices';
import type { Settings } from './settings';

/**
 * The item of an event. Messages of customers carry `chatInput` and `sessionId`, from which n8n's AI
 * Agent and its memory read the message and the conversation without any setup.
 */
export function toItem(
	{ raw, ...event }: WhatsAppEvent,
	{ includeRaw }: Pick<Settings, 'includeRaw'>,
): INodeExecutionData {
	const json = { ...event } as IDataObject;
	if (event.event === 'message') {
		json.chatInput = event.text;
		json.sessionId = (event.groupId ?? event.customerId) as string | undefined;
	}
	if (includeRaw) json.raw = raw as IDataObject;
	return { json };
}

/** One list of items, or one for each chosen event in the order of the list. */
export function toOutputs(
	items: readonly INodeExecutionData[],
	{ separateOutputs, choices }: Settings,
): INodeExecutionData[][] {
	if (!separateOutputs) return [[...items]];
	const outputs: INodeExecutionData[][] = choices.map(() => []);
	for (const item of items) outputs[choiceOf(item.json as WhatsAppEvent, choices)]?.push(item);
	return outputs;
}
