/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * n8n-core reads its settings from the environment when it is first imported, so this file must be
 * imported before it. Whatever n8n settings the shell holds must not leak into a test: they are replaced.
 */
export const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));

const settings: Record<string, string> = {
	N8N_USER_FOLDER: userFolder,
	N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	N8N_LOG_LEVEL: 'silent',
	// The other engine needs isolated-vm, a native module that is not built where install scripts are off.
	N8N_EXPRESSION_ENGINE: 'legacy',
	N8N_DIAGNOSTICS_ENABLED: 'false',
};

for (const name of Object.keys(process.env)) {
	if (name.startsWith('N8N_')) delete process.env[name];
}
Object.assign(process.env, settings);

let openEngines = 0;

/** Called for every engine that opens: n8n-core keeps its settings and binary data in the folder. */
export function acquireUserFolder(): void {
	openEngines++;
	mkdirSync(userFolder, { recursive: true });
}

/** Called for every engine that closes: the last one of the process removes the folder. */
export function releaseUserFolder(): void {
	if (--openEngines <= 0) removeUserFolder();
}

function removeUserFolder(): void {
	rmSync(userFolder, { recursive: true, force: true });
}

process.once('exit', removeUserFolder);
