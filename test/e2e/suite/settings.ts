import type { INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../../n8n-server/n8nClient';
import { expectText } from '../support/expectText';
import { WorkflowRuns } from '../support/workflowRuns';
import type { World } from '../support/world';
import { actionNode, chainOf, manualNode, nodeOf } from '../support/workflows';

/** What n8n itself does with the action node: its settings On Error and Retry On Fail, and AI agents. */
export function settingsTests(world: () => World): void {
	describe('the action node in a workflow', () => {
		const runs = new WorkflowRuns(world);
		afterEach(async () => await world().client.deleteAllWorkflows());

		const ana = () => world().sandbox.seed.customers[0].waId;
		const sendText = (settings: Partial<INode>, parameters: INodeParameters = {}): INode => ({
			...actionNode(world().credential, 'Send', {
				resource: 'message',
				operation: 'sendText',
				recipient: '={{ $json.to }}',
				text: '={{ $json.text }}',
				...parameters,
			}),
			...settings,
		});
		const people = (...items: object[]) =>
			nodeOf(
				'n8n-nodes-base.code',
				'People',
				{ jsCode: `return ${JSON.stringify(items.map((json) => ({ json })))};` },
				{ typeVersion: 2 },
			);
		const run = async (file: WorkflowFile) =>
			await runs.start(await world().client.createWorkflow(file), 'Start');

		test.each([
			['continueRegularOutput', 0],
			['continueErrorOutput', 1],
		] as const)('%s: returns the explained error of the failed item', async (onError, output) => {
			const items = [
				{ to: ana(), text: 'Before', mine: 1 },
				{ to: '12', text: 'Never', mine: 2 },
				{ to: ana(), text: 'After', mine: 3 },
			];
			const { json } = await run(
				chainOf('On Error', [manualNode(), people(...items), sendText({ onError })]),
			);
			const failed = json('Send', output).filter(({ error }) => error);
			expect(failed).toMatchObject([
				{
					error: expect.stringContaining('"12" has no + and cannot be a mobile number'),
					details: { description: expect.any(String) },
				},
			]);
			const sent = json('Send').filter(({ messageStatus }) => messageStatus === 'accepted');
			expect(sent).toHaveLength(2);
			if (onError === 'continueErrorOutput') expect(failed).toMatchObject([items[1]]);
			else expect(json('Send')[1]).toBe(failed[0]);
		});

		test('Retry On Fail sends only messages that were not accepted', async () => {
			const { sandbox } = world();
			await sandbox.control.addFault({
				path: '*/messages',
				to: sandbox.seed.customers[1].waId,
				error: { code: 131026 },
				times: 1,
			});
			const items = [
				{ to: ana(), text: 'Once please' },
				{ to: sandbox.seed.customers[1].waId, text: 'At the second try' },
			];
			const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 10 };
			const { json } = await run(
				chainOf('Retry', [manualNode(), people(...items), sendText(settings)]),
			);
			expect(json('Send')).toMatchObject(items.map(() => ({ messageStatus: 'accepted' })));
			const texts = (await sandbox.control.messages({ direction: 'outgoing' })).map(
				({ content }) => (content as { body?: string }).body,
			);
			for (const { text } of items) expect(texts.filter((body) => body === text)).toHaveLength(1);
			const requests = JSON.stringify(await sandbox.control.requests());
			const tries = items.map(({ text }) => requests.split(text).length - 1);
			expect(tries).toEqual([1, 2]);
		});

		test('an AI agent uses the node as a tool to message a customer', async () => {
			const { client, sandbox, server, services } = world();
			const openAi = await client.createCredential({ ...services.openAi.credential() });
			const model = nodeOf(
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				'Model',
				{ model: { __rl: true, mode: 'list', value: 'gpt-4.1-mini' }, options: {} },
				{ typeVersion: 1.2, credentials: { openAiApi: { id: openAi.id, name: openAi.name } } },
			);
			const tool = {
				...sendText(
					{},
					{ recipient: ana(), text: "={{ $fromAI('text', 'What to write', 'string') }}" },
				),
				type: 'n8n-nodes-whatsapp-cloud.whatsAppCloudTool',
			};
			const agent = nodeOf(
				'@n8n/n8n-nodes-langchain.agent',
				'Agent',
				{ promptType: 'define', text: 'Tell Ana that her cake is ready', options: {} },
				{ typeVersion: 1.9 },
			);
			const file = chainOf('Agent', [manualNode(), agent]);
			file.nodes.push(model, tool);
			file.connections.Model = {
				ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]],
			};
			file.connections.Send = { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] };
			const { json } = await run(file);
			await expectText(sandbox, ana(), 'Tell Ana that her cake is ready', server.tail);
			expect(json('Agent')).toMatchObject([
				{ output: expect.stringMatching(/The tool said: .*"messageStatus":"accepted"/) },
			]);
		});
	});
}
