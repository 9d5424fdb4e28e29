import { flowPreview } from '../../../../cloud-api/flows/manage';
import { flow } from '../../fields/flow';
import type { Operation } from '../../runtime/operation';

export const previewLink: Operation = {
	name: 'Preview Link',
	value: 'previewLink',
	action: 'Get a preview link of a flow',
	description: 'Get a link to a preview in the browser, which anyone can open until it expires',
	fields: [
		flow,
		{
			displayName: 'Renew',
			name: 'renew',
			type: 'boolean',
			default: false,
			description: 'Whether to make a new link and to invalidate earlier ones',
		},
	],
	async run({ graph, param }) {
		const flowId = param.locator('flow');
		return { flowId, ...(await flowPreview(graph, flowId, param.flag('renew'))) };
	},
};
