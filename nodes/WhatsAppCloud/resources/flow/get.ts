import { getFlow } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a flow',
	description:
		'Get the status, validation errors, versions, endpoint, preview, and health of a flow',
	fields: [flow, simplify],
	async run({ graph, param }) {
		return simplified(param, await getFlow(graph, param.locator('flow')));
	},
};
