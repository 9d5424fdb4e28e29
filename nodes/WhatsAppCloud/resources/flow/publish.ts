import { publishFlow } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import type { Operation } from '../../runtime/operation';

export const publish: Operation = {
	name: 'Publish',
	value: 'publish',
	action: 'Publish a flow',
	description:
		'Publish a draft, so that it can be sent to everyone. An endpoint must answer, and the phone number needs an encryption key.',
	fields: [flow],
	async run({ graph, param }) {
		const flowId = param.locator('flow');
		await publishFlow(graph, flowId);
		return { flowId, status: 'PUBLISHED' };
	},
};
