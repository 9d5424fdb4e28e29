import { N8nCli } from '../../../n8n-server/n8nCli';
import { sandboxCredential } from '../../../demo/sandboxCredential';
import { waitFor } from '../../../n8n-server/waitFor';
import { actionNode, chainOf, manualNode } from '../support/workflows';
import type { World } from '../support/world';

const DAY_MS = 86_400_000;

/** A token near its end is renewed by use, and the new one is what n8n keeps. */
export function tokenTests(world: () => World): void {
	describe('a token that expires in two days', () => {
		test('is renewed when the node sends a message, and stored in the database', async () => {
			const { client, sandbox, server, installed } = world();
			const expiresAt = Date.now() + 2 * DAY_MS;
			const { token } = await sandbox.control.addToken({ type: 'USER', expiresAt });
			const fields = sandboxCredential(sandbox);
			const credential = await client.createCredential({
				...fields,
				name: 'Near its end',
				data: { ...fields.data, accessToken: token, renewAutomatically: true },
			});
			const { waId } = sandbox.seed.customers[1];
			const workflow = await client.createWorkflow(
				chainOf('Renew', [
					manualNode(),
					actionNode(credential, 'Send', {
						resource: 'message',
						operation: 'sendText',
						recipient: waId,
						text: 'With which token?',
					}),
				]),
			);
			const { executionId } = await client.testRun(workflow, 'Start');
			const status = await waitFor(
				'the execution to end',
				async () => {
					const execution = await client.execution(String(executionId));
					return execution.status !== 'running' && execution.status !== 'new' && execution.status;
				},
				{ details: server.tail },
			);
			expect(status).toBe('success');
			const stored = await new N8nCli(installed, server).exportCredentials();
			const { data } = stored.find(({ id }) => id === credential.id) ?? {};
			expect(data?.accessToken).toMatch(/^EAA/);
			expect(data?.accessToken).not.toBe(token);
			expect(data?.appSecret).toBe(sandbox.seed.appSecret);
		});
	});
}
