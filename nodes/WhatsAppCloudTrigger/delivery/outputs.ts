import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import { choiceOf } from '../eventChoices';
import type { Settings } from './settings';

/** The item of an event. Without raw data the field `raw` is left out. */
export function toItem(
	{ raw, ...event }: WhatsAppEvent,
	{ includeRaw }: Pick<Settings, 'includeRaw'>,
): INodeExecutionData {
	return { json: (includeRaw ? { ...event, raw } : event) as IDataObject };
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
