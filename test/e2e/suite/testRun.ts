import { waitFor } from '../../../n8n-server/waitFor';
import { expectText, textOf } from '../support/expectText';
import { numberCallback } from '../support/numberCallback';
import { echoWorkflow } from '../support/workflows';
import type { World } from '../support/world';

/** "Listen for test event" in the editor while the same workflow serves customers. */
export function testRunTests(world: () => World): void {
	describe('a test run next to production', () => {
		afterEach(async () => await world().client.deleteAllWorkflows());

		test('receives the event, which production receives too, and restores the callback URL', async () => {
			const { client, credential, sandbox, server } = world();
			const { waId } = sandbox.seed.customers[2];
			const workflow = await client.createWorkflow(echoWorkflow(credential, 'Live:'));
			await client.activate(workflow.id);
			const production = await numberCallback(sandbox);

			const run = await client.testRun(await client.workflow(workflow.id), 'Trigger');
			expect(run.waitingForWebhook).toBe(true);
			await sandbox.control.customer(waId).sendText('both of you');
			const modes = await waitFor(
				'a test execution and a production execution',
				async () => {
					const executions = await client.executions(workflow.id);
					const done = executions.filter(({ status }) => status === 'success');
					return done.length === 2 && done.map(({ mode }) => mode).sort();
				},
				{ timeoutMs: 60_000, details: server.tail },
			);
			expect(modes).toEqual(['manual', 'webhook']);
			const restored = async () => (await numberCallback(sandbox)) === production;
			await waitFor('the callback of production to be back', restored, { details: server.tail });

			await sandbox.control.customer(waId).sendText('only you');
			await expectText(sandbox, waId, 'Live: only you', server.tail);
			const answers = (await sandbox.control.messages({ customer: waId })).map(textOf);
			expect(answers.filter((text) => text === 'Live: both of you')).toHaveLength(2);
			expect(answers.filter((text) => text === 'Live: only you')).toHaveLength(1);
		});

		test('restores the callback URL when it is stopped before an event', async () => {
			const { client, credential, sandbox, server } = world();
			const workflow = await client.createWorkflow(echoWorkflow(credential, 'Stopped:'));
			await client.activate(workflow.id);
			const production = await numberCallback(sandbox);
			await client.testRun(await client.workflow(workflow.id), 'Trigger');
			expect(await numberCallback(sandbox)).toContain('/webhook-test/');
			await client.stopTestRun(workflow.id);
			const restored = async () => (await numberCallback(sandbox)) === production;
			await waitFor('the callback of production to be back', restored, { details: server.tail });
		});
	});
}
