import { deleteFlow } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import type { Operation } from '../../runtime/operation';

export const deleteOne: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a flow',
	description: 'Delete a draft. A published flow cannot be deleted; deprecate it instead.',
	fields: [flow],
	async run({ graph, param }) {
		await deleteFlow(graph, param.locator('flow'));
		return { deleted: true };
	},
};
