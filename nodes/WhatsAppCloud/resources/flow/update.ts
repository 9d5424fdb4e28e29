import { updateFlow } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import type { Operation } from '../../runtime/operation';
import { categories, endpointUrl } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a flow',
	description: 'Change the name, categories, endpoint, or Meta app of a flow',
	fields: [
		flow,
		{
			displayName: 'Update Fields',
			name: 'changes',
			type: 'collection',
			placeholder: 'Add field',
			default: {},
			options: [
				categories,
				endpointUrl,
				{
					displayName: 'Meta App ID',
					name: 'appId',
					type: 'string',
					default: '',
					placeholder: 'e.g. 536128934764093',
					description: 'App whose secret signs the requests to the endpoint',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Quote Request',
					description: 'Name of the flow, which no other flow of the account has',
				},
			],
		},
	],
	async run({ graph, param }) {
		const changes = param.group('changes');
		const flowId = param.locator('flow');
		const added = (name: string) => changes.names().includes(name);
		await updateFlow(graph, flowId, {
			name: added('name') ? changes.text('name') : undefined,
			categories: added('categories') ? changes.entries('categories') : undefined,
			endpointUrl: added('endpointUrl') ? changes.text('endpointUrl') : undefined,
			appId: added('appId') ? changes.text('appId') : undefined,
		});
		return { flowId, updated: true };
	},
};
