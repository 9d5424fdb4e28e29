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

interface N8nServerOptions {
	installed: InstalledN8n;
	nodes: PackagedNodes;
	/** Names the log file. */
	name: string;
	/** Default: any free one. */
	port?: number;
	/** Environment in addition to that of every n8n. */
	env?: Record<string, string>;
}

/** An n8n on the loopback interface in a separate folder, with this package installed. */
export interface N8nServer {
	url: string;
	port: number;
	release: InstalledN8n['release'];
	/** Environment that another process of the same n8n (a worker, the command line) needs. */
	env: Record<string, string>;
	userFolder: string;
	log: string;
	/** The output of n8n. */
	output(): string;
	/** The end of the log, for error messages. */
	tail(): string;
	/** Ends the process and keeps the folder and its database. */
	pause(): Promise<void>;
	/** Starts again after `pause`, on the same port. */
	resume(): Promise<void>;
	/** Ends the process and removes the folder. */
	stop(): Promise<void>;
}

/**
 * Starts n8n and waits until it responds.
 * @throws Error with the end of n8n's log if it exits or is not ready within three minutes
 */
export async function startN8nServer(options: N8nServerOptions): Promise<N8nServer> {
	const { installed, nodes, name } = options;
	const userFolder = mkdtempSync(path.join(tmpdir(), `n8n-${name}-`));
	installIntoUserFolder(nodes, userFolder);
	const port = options.port ?? (await freePort());
	const logs = path.join(__dirname, '..', 'build', 'e2e', 'logs');
	mkdirSync(logs, { recursive: true });
	const log = path.join(logs, `${name}.log`);
	rmSync(log, { force: true });
	const env = { ...(await n8nEnvironment(installed, userFolder, port)), ...options.env };
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
	return {
		url,
		port,
		release,
		env,
		userFolder,
		log,
		output: () => readFileSync(log, 'utf8'),
		tail: () => tail(log),
		pause,
		resume,
		stop,
	};
}
