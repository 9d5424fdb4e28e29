import { deprecateFlow } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import type { Operation } from '../../runtime/operation';

export const deprecate: Operation = {
	name: 'Deprecate',
	value: 'deprecate',
	action: 'Deprecate a flow',
	description:
		'Stop a published flow for good. It can no longer be sent or opened, and this cannot be undone.',
	fields: [flow],
	async run({ graph, param }) {
		const flowId = param.locator('flow');
		await deprecateFlow(graph, flowId);
		return { flowId, status: 'DEPRECATED' };
	},
};
