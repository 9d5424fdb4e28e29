import type { IConnections } from 'n8n-workflow';
import type { WorkflowFile } from '../../../n8n-server/n8nClient';
import { waitFor } from '../../../n8n-server/waitFor';
import { actionNode, manualNode, nodeOf } from '../support/workflows';
import { WorkflowRuns } from '../support/workflowRuns';
import type { World } from '../support/world';

/**
 * The human review of an AI agent's tool: the twin that n8n 2.x makes of Send and Wait for Response. A
 * trigger has to be published.
 */
export function humanReviewTests(world: () => World): void {
	const runs = new WorkflowRuns(world);
	const ana = () => world().sandbox.seed.customers[0];
	let workflow: WorkflowFile;

	beforeAll(async () => {
		const { client, credential, services } = world();
		const openAi = await client.createCredential(services.openAi.credential());
		const review = actionNode(credential, 'Review', {
			recipient: `+${ana().waId}`,
			message:
				'=The agent wants to run {{ $tool.name }}.\n\nInput:\n{{ JSON.stringify($tool.parameters) }}',
		});
		review.type += 'HitlTool';
		const nodes = [
			manualNode(),
			nodeOf(
				'@n8n/n8n-nodes-langchain.agent',
				'Agent',
				{ promptType: 'define', text: 'Refund order 4711', options: {} },
				{ typeVersion: 3.1 },
			),
			nodeOf(
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				'Model',
				{ model: { __rl: true, mode: 'list', value: 'gpt-4.1-mini' }, options: {} },
				{ typeVersion: 1.2, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
			),
			review,
			nodeOf(
				'@n8n/n8n-nodes-langchain.toolCode',
				'Refund',
				{
					name: 'refund',
					description: 'Refunds an order',
					jsCode: 'return "Refunded: " + query;',
				},
				{ typeVersion: 1.1 },
			),
		];
		const connections: IConnections = {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			Refund: { ai_tool: [[{ node: 'Review', type: 'ai_tool', index: 0 }]] },
			Review: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		};
		workflow = { name: 'Review', nodes, connections, settings: { executionOrder: 'v1' } };
	});

	test('n8n lists the node under Human in the Loop', async () => {
		const type = (await world().client.nodeTypes()).find(
			({ name }) => name === 'n8n-nodes-whatsapp-cloud.whatsAppCloudHitlTool',
		);
		expect(JSON.stringify(type?.codex?.subcategories)).toContain('Human in the Loop');
	});

	test.each([
		['Approve', /Refunded/],
		['Decline', /(declin|reject|den|not approv)/i],
	])('%s', async (button, output) => {
		const { client, sandbox, server } = world();
		const { timestamp } = await sandbox.control.customer(ana().waId).sendText('I am here');
		const { executionId } = await client.testRun(await client.createWorkflow(workflow), 'Start');
		const question = await runs.sent(
			'the question of the agent',
			(message) => message.type === 'interactive' && message.timestamp >= timestamp,
		);
		expect(JSON.stringify(question.content)).toContain('The agent wants to run refund');
		await waitFor(
			'the execution to wait',
			async () => (await client.execution(String(executionId))).status === 'waiting',
			{ timeoutMs: 60_000, details: server.tail },
		);
		await sandbox.control.customer(ana().waId).tap(question.id, button);
		const { json } = await runs.ended(String(executionId));
		expect(String(json('Agent')[0].output)).toMatch(output);
	});
}
