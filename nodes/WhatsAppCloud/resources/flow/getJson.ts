import type { IDataObject } from 'n8n-workflow';
import { getFlowJson } from '../../../../cloud-api/flows/manage';
import { readJson } from '../../../../cloud-api/values/json';
import { isRecord } from '../../../../cloud-api/values/reading';
import { flow } from '../../fields/flow';
import { withBinary, type Operation } from '../../runtime/operation';

export const getJson: Operation = {
	name: 'Get JSON',
	value: 'getJson',
	action: 'Get the JSON of a flow',
	description: 'Get the Flow JSON of a flow, as JSON and as a file',
	fields: [flow],
	async run({ graph, param, files }) {
		const flowId = param.locator('flow');
		const text = await getFlowJson(graph, flowId);
		const read = readJson(text);
		const flowJson = read.ok && isRecord(read.value) ? (read.value as IDataObject) : undefined;
		const data = await files.output(Buffer.from(text), 'flow.json', 'application/json');
		return withBinary({ flowId, ...(flowJson ? { flowJson } : { flowJsonText: text }) }, { data });
	},
};
