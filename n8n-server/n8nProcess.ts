/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import axios from 'axios';
import path from 'node:path';

import { tail } from './command';
import { freePort } from './freePort';
import { startGuarded, type GuardedProcess } from './guardedProcess';
import type { InstalledN8n } from './installN8n';
import { waitFor } from './waitFor';

const READY_MS = 240_000;

/** The health checks bypass any proxy. */
const LOOPBACK = { timeout: 5_000, proxy: false } as const;

/** Starts one of n8n's processes: `start`, `worker` or `webhook`. */
export function startN8nProcess(
	{ node, bin }: InstalledN8n,
	role: 'start' | 'worker' | 'webhook',
	options: { env: Record<string, string>; cwd: string; log: string },
): GuardedProcess {
	return startGuarded(node, [bin, role], options);
}

/**
 * Waits until the process is healthy and, for a main process, until its REST API responds, because
 * it opens the port earlier.
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

/**
 * Returns the environment of one n8n process. The developer's environment is excluded, so that their
 * N8N_ or proxy settings don't affect a test.
 */
export async function n8nEnvironment(
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
