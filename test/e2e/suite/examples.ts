import { N8nCli } from '../../../e2e/n8nCli';
import { exampleNames, exampleWorkflow, withCredential } from '../../../e2e/exampleWorkflows';
import { waitFor } from '../../../e2e/waitFor';
import type { WorkflowRecord } from '../../../e2e/n8nClient';
import { expectText } from '../support/expectText';
import { callbacks } from '../support/numberCallback';
import { chainOf } from '../support/workflows';
import type { World } from '../support/world';

const TRIGGER = 'n8n-nodes-whatsapp-cloud.whatsAppCloudTrigger';

/** Every file of `examples/`, imported as a user would. */
export function exampleTests(world: () => World): void {
	describe('the examples', () => {
		afterEach(async () => await world().client.deleteAllWorkflows());

		const importExample = async (name: string): Promise<WorkflowRecord> => {
			const { client, credential } = world();
			return await client.createWorkflow(withCredential(exampleWorkflow(name), credential));
		};

		test.each(exampleNames())(
			'%s: every node is known, and its trigger can be activated',
			async (name) => {
				const { client, sandbox, server } = world();
				const known = new Set((await client.nodeTypes()).map((type) => type.name));
				const { nodes } = await importExample(name);
				expect(nodes.filter(({ type }) => !known.has(type))).toEqual([]);
				// The trigger alone: other nodes want credentials of services that are not here.
				const trigger = nodes.find(({ type, disabled }) => type === TRIGGER && !disabled);
				if (!trigger) return;
				const { id } = await client.createWorkflow(chainOf(name, [trigger]));
				await client.activate(id);
				expect((await callbacks(sandbox)).join()).toContain(server.url);
			},
		);

		test('welcome-conversation greets, sends a picture and answers a tapped button', async () => {
			const { client, sandbox, server } = world();
			const { waId, name } = sandbox.seed.customers[0];
			const workflow = await importExample('welcome-conversation');
			await client.activate(workflow.id);
			const { timestamp } = await sandbox.control.customer(waId).sendText('Hi!');
			const received = async (type: string) =>
				await waitFor(
					`a message of type ${type}`,
					async () =>
						(await sandbox.control.messages({ customer: waId, direction: 'outgoing' })).find(
							(message) => message.type === type && message.timestamp >= timestamp,
						),
					{ timeoutMs: 60_000, details: server.tail },
				);
			expect(JSON.stringify((await received('text')).content)).toContain(`Hello ${name}`);
			expect((await received('image')).media['']).toMatchObject({ mimeType: 'image/jpeg' });
			const buttons = await received('interactive');
			await sandbox.control.customer(waId).tap(buttons.id, firstButton(buttons.content));
			await expectText(
				sandbox,
				waId,
				'Your cake arrives *today between 14:00 and 16:00*. The driver rings twice. 🚚',
				server.tail,
			);
		});

		test('welcome-conversation is the same after n8n has exported and imported it', async () => {
			const { client, installed, server } = world();
			const cli = new N8nCli(installed, server);
			const { id, nodes, connections } = await importExample('welcome-conversation');
			const exported = await cli.exportWorkflow(id);
			expect(exported.nodes).toEqual(nodes);
			await client.deleteWorkflow(id);
			await cli.importWorkflow(exported);
			const again = await client.workflow(id);
			expect(again.nodes).toEqual(nodes);
			expect(again.connections).toEqual(connections);
			await client.activate(id);
		});
	});
}

/** The ID of the first reply button of an interactive message. */
function firstButton(content: unknown): string {
	const { action } = content as { action: { buttons: Array<{ reply: { id: string } }> } };
	return action.buttons[0].reply.id;
}
