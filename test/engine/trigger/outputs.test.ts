import { NodeHelpers, Workflow, type INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { TRIGGER, triggerWorkflow } from './support';

describe('the outputs of the trigger', () => {
	const stage = withSandbox();

	const outputs = (parameters: INodeParameters) => {
		const { nodeTypes } = stage.engine;
		const { nodes, connections } = triggerWorkflow(parameters);
		const workflow = new Workflow({ nodes, connections, active: false, nodeTypes });
		const node = workflow.getNode(TRIGGER);
		if (!node) throw new Error('There is no trigger');
		const { description } = nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		return NodeHelpers.getNodeOutputs(workflow, node, description).map((output) =>
			typeof output === 'string' ? output : (output.displayName ?? output.type),
		);
	};

	it.each<[INodeParameters, string[]]>([
		[{}, ['main']],
		[{ events: ['message', 'status'] }, ['main']],
		[
			{ events: ['message', 'message_template_status_update'], outputMode: 'separate' },
			['Message', 'Template Status'],
		],
		[{ options: { rejectedDeliveries: 'output' } }, ['Events', 'Rejected']],
		[
			{
				events: ['status', 'message'],
				outputMode: 'separate',
				options: { rejectedDeliveries: 'output' },
			},
			['Message Status', 'Message', 'Rejected'],
		],
	])('of %j are %j', (parameters, names) => {
		expect(outputs(parameters)).toEqual(names);
	});
});
