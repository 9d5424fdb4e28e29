import type { IDataObject } from 'n8n-workflow';
import { uploadFlowJson } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../../runtime/operation';
import { flowJsonOf } from './flowJson';
import { checkFirst, flowJsonFields } from './flowJsonFields';

export const uploadJson: Operation = {
	name: 'Upload JSON',
	value: 'uploadJson',
	action: 'Upload the JSON of a flow',
	description:
		'Replace the screens of a flow. A published flow becomes a draft; its published version stays in use until you publish again.',
	fields: [flow, ...flowJsonFields(), optionsCollection([checkFirst])],
	async run(call) {
		const { text, warnings } = await flowJsonOf(call);
		const { flowId, success, validationErrors } = await uploadFlowJson(
			call.graph,
			call.param.locator('flow'),
			text,
		);
		return { flowId, success, validationErrors, warnings } as unknown as IDataObject;
	},
};
