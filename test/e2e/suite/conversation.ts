import axios from 'axios';
import { waitFor } from '../../../n8n-server/waitFor';
import { expectText } from '../support/expectText';
import { numberCallback } from '../support/numberCallback';
import { echoWorkflow } from '../support/workflows';
import type { World } from '../support/world';

/** The main job: a message comes in through the trigger, an answer leaves through the action node. */
export function conversationTests(world: () => World): void {
	describe('an active workflow', () => {
		let workflowId: string;
		let callback: string;
		afterAll(async () => await world().client.deleteAllWorkflows());

		const customer = () => world().sandbox.seed.customers[0].waId;

		test('registers its callback URL when it is activated', async () => {
			const { client, credential, server } = world();
			workflowId = (await client.createWorkflow(echoWorkflow(credential, 'You wrote:'))).id;
			await client.activate(workflowId);
			callback = (await numberCallback(world().sandbox)) ?? '';
			expect(callback).toMatch(new RegExp(`^${server.url}/webhook/[^/]+/whatsapp-cloud`));
		});

		test('replies to a customer, and the reply is read', async () => {
			const { sandbox, server } = world();
			await sandbox.control.customer(customer()).sendText('Grüße 👋');
			const answer = await expectText(sandbox, customer(), 'You wrote: Grüße 👋', server.tail);
			await sandbox.control.waitForStatus(answer.id, 'read');
		});

		test('creates one successful execution that contains the message', async () => {
			const { client, server } = world();
			const succeeded = await waitFor(
				'the execution to succeed',
				async () => {
					const executions = await client.executions(workflowId);
					return executions.every(({ status }) => status === 'success') && executions;
				},
				{ details: server.tail },
			);
			expect(succeeded).toHaveLength(1);
			const { data } = await client.execution(succeeded[0].id);
			const [items] = data.resultData.runData.Trigger[0].data?.main ?? [];
			expect(items?.[0].json).toMatchObject({ from: customer(), type: 'text', text: 'Grüße 👋' });
		});

		test('rejects an unsigned delivery, runs no node, and reports the reason', async () => {
			const { client, server } = world();
			const forged = { object: 'whatsapp_business_account', entry: [] };
			const answer = await axios.post(callback, forged, {
				proxy: false,
				validateStatus: () => true,
			});
			expect(answer.status).toBe(401);
			const [newest] = await waitFor(
				'the rejection in the list of executions',
				async () => {
					const executions = await client.executions(workflowId);
					const done = executions.filter(({ status }) => status === 'success');
					return done.length === 2 && done;
				},
				{ details: server.tail },
			);
			const { runData } = (await client.execution(newest.id)).data.resultData;
			expect(Object.keys(runData)).toEqual(['Trigger']);
			expect(JSON.stringify(runData.Trigger[0].data)).toMatch(/sign/i);
		});

		test('receives events after a restart, including those of the downtime', async () => {
			const { sandbox, server, reconnect } = world();
			await server.pause();
			await sandbox.control.customer(customer()).sendText('while you were away');
			await sandbox.control.waitForDelivery(({ outcome }) => outcome === 'waiting');
			await server.resume();
			await reconnect();
			await sandbox.control.customer(customer()).sendText('welcome back');
			await expectText(sandbox, customer(), 'You wrote: welcome back', server.tail);
			await sandbox.control.advance(60 * 60_000);
			await expectText(sandbox, customer(), 'You wrote: while you were away', server.tail);
		});

		test('receives nothing after it is deactivated, and removes its callback URL', async () => {
			const { client, sandbox } = world();
			await client.deactivate(workflowId);
			const gone = async () => (await numberCallback(sandbox)) === undefined;
			await waitFor('the callback to be gone', gone);
			const { apps } = await sandbox.control.state();
			// What may stay is the list of fields: callbacks of other numbers of the app rest on it.
			const left = apps.flatMap(({ subscription }) => subscription?.callbackUrl ?? []);
			expect(left.filter((url) => !url.endsWith('?only=fields'))).toEqual([]);
			const executions = await client.executions(workflowId);
			await sandbox.control.customer(customer()).sendText('anybody there?');
			await sandbox.control.waitForDelivery(({ status }) => status === 404);
			expect(await client.executions(workflowId)).toHaveLength(executions.length);
		});
	});
}
