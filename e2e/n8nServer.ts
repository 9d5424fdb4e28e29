/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axios from 'axios';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { tail } from './command';
import { freePort } from './freePort';
import { startGuarded, type GuardedProcess } from './guardedProcess';
import type { InstalledN8n } from './installN8n';
import { installIntoUserFolder, type PackagedNodes } from './packagedNodes';
import { waitFor } from './waitFor';

interface N8nServerOptions {
	installed: InstalledN8n;
	nodes: PackagedNodes;
	/** Names the log file. */
	name: string;
	/** Added to the environment, for queue mode. */
	env?: Record<string, string>;
}

const READY_MS = 180_000;

/** The health checks stay on this machine, whatever proxy is set. */
const LOOPBACK = { timeout: 5_000, proxy: false } as const;

/** An n8n on loopback in a folder of its own, with our package installed. */
export interface N8nServer {
	url: string;
	port: number;
	release: InstalledN8n['release'];
	/** Environment that another process of the same n8n (a worker, the command line) needs. */
	env: Record<string, string>;
	userFolder: string;
	log: string;
	/** The end of the log, for messages. */
	tail(): string;
	/** Ends the process; the folder and its database stay. */
	pause(): Promise<void>;
	/** Starts again after `pause`, on the same port. */
	resume(): Promise<void>;
	/** Ends the process and removes the folder. */
	stop(): Promise<void>;
}

/**
 * Starts n8n and waits until it answers.
 * @throws Error with the end of n8n's log when it ends early or is not ready in three minutes
 */
export async function startN8nServer(options: N8nServerOptions): Promise<N8nServer> {
	const { installed, nodes, name } = options;
	const userFolder = mkdtempSync(path.join(tmpdir(), `n8n-${name}-`));
	installIntoUserFolder(nodes, userFolder);
	const port = await freePort();
	const logs = path.join(__dirname, '..', 'build', 'e2e', 'logs');
	mkdirSync(logs, { recursive: true });
	const log = path.join(logs, `${name}.log`);
	rmSync(log, { force: true });
	const env = {
		...(await serverEnvironment(installed, userFolder, port)),
		...options.env,
	};
	let running: GuardedProcess | undefined;

	async function resume(): Promise<void> {
		running = startN8nProcess(installed, 'start', { env, cwd: userFolder, log });
		await untilReady(running, `http://127.0.0.1:${port}`, 'main');
	}

	async function pause(): Promise<void> {
		await running?.stop();
		running = undefined;
	}

	async function stop(): Promise<void> {
		await pause();
		rmSync(userFolder, { recursive: true, force: true, maxRetries: 5 });
	}

	let started = false;
	try {
		await resume();
		started = true;
	} finally {
		if (!started) await stop();
	}
	const url = `http://127.0.0.1:${port}`;
	const { release } = installed;
	return { url, port, release, env, userFolder, log, tail: () => tail(log), pause, resume, stop };
}

/** Starts one of n8n's processes: `start`, `worker` or `webhook`. */
export function startN8nProcess(
	{ node, bin }: InstalledN8n,
	role: 'start' | 'worker' | 'webhook',
	options: { env: Record<string, string>; cwd: string; log: string },
): GuardedProcess {
	return startGuarded(node, [bin, role], options);
}

/**
 * Waits until the process is healthy, and for a main until its REST API is there too:
 * it opens the port before that.
 */
export async function untilReady(
	running: GuardedProcess,
	url: string,
	role: 'main' | 'other',
): Promise<void> {
	let gone: Error | undefined;
	const ready = async () => {
		try {
			running.assertRunning();
		} catch (error) {
			gone = error as Error;
			return true;
		}
		const health = await axios.get<{ status: string }>(`${url}/healthz/readiness`, LOOPBACK);
		if (health.data.status !== 'ok') return false;
		if (role === 'other') return true;
		const settings = await axios.get<{ data?: object }>(`${url}/rest/settings`, LOOPBACK);
		return settings.data.data !== undefined;
	};
	const details = () => tail(running.log);
	await waitFor(`n8n on ${url} to be ready`, ready, { timeoutMs: READY_MS, details });
	if (gone) throw gone;
}

/** Nothing of our own environment reaches n8n: a developer's N8N_ or proxy settings must not decide a test. */
async function serverEnvironment(
	{ release, node }: InstalledN8n,
	userFolder: string,
	port: number,
): Promise<Record<string, string>> {
	return {
		PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
		HOME: userFolder,
		LANG: 'C.UTF-8',
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: 'end-to-end-tests-only',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		GENERIC_TIMEZONE: 'UTC',
		...release.env,
	};
}
