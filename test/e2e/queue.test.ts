import { install } from '../../n8n-server/install';
import { N8nClient, type CredentialRecord } from '../../n8n-server/n8nClient';
import { startN8nQueue, type N8nQueue } from '../../n8n-server/n8nQueue';
import { packagedNodes } from '../../n8n-server/packagedNodes';
import { sandboxCredential } from '../../demo/sandboxCredential';
import { waitFor } from '../../n8n-server/waitFor';
import { startSandbox, type Sandbox } from '../../sandbox';
import { textOf } from './support/expectText';
import { numberCallback } from './support/numberCallback';
import { echoWorkflow, onceWorkflow } from './support/workflows';
import { START_MS } from './support/world';

const CUSTOMERS = 100;
const MESSAGES_EACH = 5;

describe('n8n 2.40 in queue mode: main, webhook processor, two workers', () => {
	let queue: N8nQueue;
	let sandbox: Sandbox;
	let client: N8nClient;
	let credential: CredentialRecord;
	let workflowId: string;
	const waIds = Array.from(
		{ length: CUSTOMERS },
		(_, index) => `1555020${String(index).padStart(4, '0')}`,
	);

	beforeAll(async () => {
		const installed = (await install(['new'])).new;
		sandbox = await startSandbox({ behavior: { window: 'seeded' } });
		queue = await startN8nQueue(installed, packagedNodes(), 2);
		client = await N8nClient.connect(queue.url);
		credential = await client.createCredential(sandboxCredential(sandbox));
	}, 2 * START_MS);

	afterAll(async () => {
		await queue?.stop();
		await sandbox?.close();
	}, 120_000);

	test('the main process registers the callback URL of the webhook processor', async () => {
		workflowId = (await client.createWorkflow(echoWorkflow(credential, 'Got'))).id;
		await client.activate(workflowId);
		expect(await numberCallback(sandbox)).toContain(queue.webhookUrl);
	});

	test('500 simultaneous messages each get exactly one reply', async () => {
		await Promise.all(waIds.map(async (waId) => await sandbox.control.addCustomer({ waId })));
		await Promise.all(
			waIds.map(async (waId) => {
				for (let number = 1; number <= MESSAGES_EACH; number++) {
					await sandbox.control.customer(waId).sendText(`${waId} says ${number}`);
				}
			}),
		);
		const outgoing = async () =>
			(await sandbox.control.messages({ direction: 'outgoing', limit: 2_000 })).map(textOf);
		const expected = waIds.flatMap((waId) =>
			Array.from({ length: MESSAGES_EACH }, (_, index) => `Got ${waId} says ${index + 1}`),
		);
		await waitFor('all answers', async () => new Set(await outgoing()).size >= expected.length, {
			timeoutMs: 240_000,
			details: async () => `${(await outgoing()).length} answers so far\n${queue.tail()}`,
		});
		const all = await waitFor('all executions to end', async () => {
			const executions = await client.allExecutions(workflowId);
			return (
				executions.length > 0 && executions.every(({ status }) => isOver(status)) && executions
			);
		});
		expect(all.filter(({ status }) => status !== 'success')).toEqual([]);
		expect((await outgoing()).sort()).toEqual(expected.sort());
	}, 300_000);

	test('both workers took part', () => {
		expect(queue.output('worker-1')).toMatch(/Worker started execution/);
		expect(queue.output('worker-2')).toMatch(/Worker started execution/);
	});

	test('a message that is delivered twice at once gets one reply if Redis counts', async () => {
		await client.deactivate(workflowId);
		const redis = await client.createCredential({
			name: 'Redis',
			type: 'redis',
			data: { host: '127.0.0.1', port: queue.redisPort, password: '', database: 0, ssl: false },
		});
		workflowId = (await client.createWorkflow(onceWorkflow(credential, redis))).id;
		await client.activate(workflowId);
		const some = waIds.slice(0, 30);
		const { webhooks } = await sandbox.control.behavior({});
		await sandbox.control.behavior({ webhooks: { copies: 2, maxBatch: 1 } });
		for (const waId of some) await sandbox.control.customer(waId).sendText(`to ${waId}`);
		const executions = await waitFor(
			'two executions for each message',
			async () => {
				const all = await client.allExecutions(workflowId);
				return all.length >= 2 * some.length && all.every(({ status }) => isOver(status)) && all;
			},
			{ timeoutMs: 120_000, details: queue.tail },
		);
		await sandbox.control.behavior({ webhooks });
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		const answers = (await sandbox.control.messages({ direction: 'outgoing', limit: 2_000 }))
			.map(textOf)
			.filter((text) => String(text).startsWith('Once '));
		expect(answers.sort()).toEqual(some.map((waId) => `Once to ${waId}`).sort());
	}, 180_000);

	test('the callback URL is removed after deactivation', async () => {
		await client.deactivate(workflowId);
		await waitFor(
			'the callback to be gone',
			async () => (await numberCallback(sandbox)) === undefined,
		);
	});
});

function isOver(status: string): boolean {
	return status === 'success' || status === 'error' || status === 'crashed';
}
