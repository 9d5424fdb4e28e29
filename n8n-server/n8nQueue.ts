/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { tail } from './command';
import { freePort } from './freePort';
import type { GuardedProcess } from './guardedProcess';
import type { InstalledN8n } from './installN8n';
import { n8nEnvironment, startN8nProcess, untilReady } from './n8nProcess';
import { installIntoUserFolder, type PackagedNodes } from './packagedNodes';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

/** An n8n in queue mode: main process, webhook processor, and workers on PostgreSQL and Redis. */
export interface N8nQueue {
	/** The main process: editor and REST API. It doesn't serve production webhooks. */
	url: string;
	/** The webhook processor, which receives Meta's deliveries. */
	webhookUrl: string;
	/** Port of its Redis on the loopback interface, without a password. */
	redisPort: number;
	/** The output of one process: `main`, `webhook`, `worker-1`, … */
	output(name: string): string;
	/** The end of each process's log, for error messages. */
	tail(): string;
	stop(): Promise<void>;
}

/** Starts all processes. Each has its own folder with the package, as in containers. */
export async function startN8nQueue(
	installed: InstalledN8n,
	nodes: PackagedNodes,
	workers: number,
): Promise<N8nQueue> {
	const root = mkdtempSync(path.join(tmpdir(), 'n8n-queue-'));
	const logs = path.join(__dirname, '..', 'build', 'e2e', 'logs');
	mkdirSync(logs, { recursive: true });
	const logOf = (name: string) => path.join(logs, `queue-${name}.log`);
	const names = ['postgres', 'redis', 'main', 'webhook'];
	for (let worker = 1; worker <= workers; worker++) names.push(`worker-${worker}`);
	for (const name of names) rmSync(logOf(name), { force: true });

	const stops: Array<() => Promise<void>> = [];
	async function stop(): Promise<void> {
		for (const end of stops.splice(0).reverse()) await end();
		rmSync(root, { recursive: true, force: true, maxRetries: 5 });
	}

	async function launch(): Promise<Pick<N8nQueue, 'url' | 'webhookUrl' | 'redisPort'>> {
		const postgres = await startPostgres(logOf('postgres'));
		stops.push(async () => await postgres.stop());
		const redis = await startRedis(logOf('redis'));
		stops.push(async () => await redis.stop());
		const webhookPort = await freePort();
		const webhookUrl = `http://127.0.0.1:${webhookPort}`;
		const shared = {
			EXECUTIONS_MODE: 'queue',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgres.port),
			DB_POSTGRESDB_DATABASE: postgres.database,
			DB_POSTGRESDB_USER: postgres.user,
			WEBHOOK_URL: `${webhookUrl}/`,
		};
		const start = async (name: string, role: 'start' | 'worker' | 'webhook', port: number) => {
			const folder = path.join(root, name);
			installIntoUserFolder(nodes, folder);
			const own = await n8nEnvironment(installed, folder, port);
			const env = { ...own, ...shared, QUEUE_HEALTH_CHECK_PORT: String(port) };
			const running: GuardedProcess = startN8nProcess(installed, role, {
				env,
				cwd: folder,
				log: logOf(name),
			});
			stops.push(async () => await running.stop());
			return running;
		};
		// The main process starts first, because it creates the tables.
		const mainPort = await freePort();
		const url = `http://127.0.0.1:${mainPort}`;
		await untilReady(await start('main', 'start', mainPort), url, 'main');
		await untilReady(await start('webhook', 'webhook', webhookPort), webhookUrl, 'other');
		for (let worker = 1; worker <= workers; worker++) {
			const port = await freePort();
			const running = await start(`worker-${worker}`, 'worker', port);
			await untilReady(running, `http://127.0.0.1:${port}`, 'other');
		}
		return { url, webhookUrl, redisPort: redis.port };
	}

	let launched = false;
	try {
		const addresses = await launch();
		launched = true;
		return {
			...addresses,
			output: (name) => readFileSync(logOf(name), 'utf8'),
			tail: () => names.map((name) => `--- ${name}\n${tail(logOf(name), 15)}`).join('\n'),
			stop,
		};
	} finally {
		if (!launched) await stop();
	}
}
