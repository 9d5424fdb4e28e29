/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import { install } from '../../n8n-server/install';
import { N8nClient } from '../../n8n-server/n8nClient';
import { startN8nServer, type N8nServer } from '../../n8n-server/n8nServer';
import { packagedNodes } from '../../n8n-server/packagedNodes';
import { startPostgres, type Postgres } from '../../n8n-server/postgres';
import { waitFor } from '../../n8n-server/waitFor';
import { sandboxCredential } from '../../demo/sandboxCredential';
import { startSandbox, type Sandbox } from '../../sandbox';
import { deliverImpatiently } from './support/impatientMeta';
import { numberCallback } from './support/numberCallback';
import { chainOf, nodeOf, triggerNode } from './support/workflows';
import { START_MS } from './support/world';

const RATE = 20;
const SECONDS = 8;
const PAUSE_MS = 5000;

describe('n8n 2.40 while PostgreSQL is paused', () => {
	let postgres: Postgres;
	let server: N8nServer;
	let sandbox: Sandbox;
	let client: N8nClient;

	beforeAll(async () => {
		const installed = (await install(['new'])).new;
		sandbox = await startSandbox();
		const log = path.join(__dirname, '..', '..', 'build', 'e2e', 'logs', 'paused-postgres.log');
		postgres = await startPostgres(log);
		const env = {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: postgres.database,
			DB_POSTGRESDB_USER: postgres.user,
			DB_POSTGRESDB_POOL_SIZE: '10',
		};
		server = await startN8nServer({ installed, nodes: packagedNodes(), name: 'postgres', env });
		client = await N8nClient.connect(server.url);
	}, START_MS);

	afterAll(async () => {
		await server?.stop();
		await postgres?.stop();
		await sandbox?.close();
	}, 120_000);

	test('for five seconds under load: each message starts exactly one execution', async () => {
		const credential = await client.createCredential(sandboxCredential(sandbox));
		const workflow = chainOf('Received', [
			triggerNode(credential, { options: { markAsRead: 'no' } }),
			nodeOf('n8n-nodes-base.noOp', 'Nothing', {}),
		]);
		const { id } = await client.createWorkflow(workflow);
		await client.activate(id);
		const url = (await numberCallback(sandbox)) ?? '';
		const texts = Array.from({ length: RATE * SECONDS }, (_, index) => `message ${index}`);
		const { appSecret } = sandbox.seed;
		const deliveries = deliverImpatiently(texts.map(bodyOf(sandbox)), {
			url,
			appSecret,
			rate: RATE,
			hangUpMs: 4000,
			retryMs: 3000,
		});
		await pause(2000);
		postgres.freeze();
		await pause(PAUSE_MS);
		postgres.thaw();
		const attempts = await deliveries.done;
		// The pause was felt: deliveries were given up and made again.
		expect(deliveries.hangUps()).toBeGreaterThan(0);
		expect(attempts).toBeGreaterThan(texts.length);

		const ended = await waitFor(
			'all executions to end',
			async () => {
				// An execution whose row n8n could still write, but which it never started, stays "new".
				const started = (await client.allExecutions(id)).filter(({ status }) => status !== 'new');
				return (
					started.length >= texts.length && started.every(({ status }) => isOver(status)) && started
				);
			},
			{ timeoutMs: 120_000, details: server.tail },
		);
		const found: string[] = [];
		for (const execution of ended) {
			const { data } = await client.execution(execution.id);
			// Without run data n8n could not even call the trigger, and answered 500.
			const items = data.resultData.runData.Trigger?.[0].data?.main[0] ?? [];
			found.push(...items.map(({ json }) => String(json.text)));
		}
		expect(found.sort()).toEqual([...texts].sort());
	}, 420_000);
});

function bodyOf({ seed }: Sandbox): (text: string) => string {
	return (text) => {
		const value = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550100100', phone_number_id: seed.phoneNumberId },
			messages: [
				{
					from: '15550100201',
					id: `wamid.${text.replace(' ', '.')}`,
					timestamp: String(Math.floor(Date.now() / 1000)),
					type: 'text',
					text: { body: text },
				},
			],
		};
		return JSON.stringify({
			object: 'whatsapp_business_account',
			entry: [{ id: seed.businessAccountId, changes: [{ field: 'messages', value }] }],
		});
	};
}

async function pause(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

function isOver(status: string): boolean {
	return status === 'success' || status === 'error' || status === 'crashed';
}
