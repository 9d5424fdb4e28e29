/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { command } from '../../../n8n-server/command';
import { howToInstall } from '../../../n8n-server/debianPackages';
import { waitFor } from '../../../n8n-server/waitFor';

describe('what installs for the end-to-end tests', () => {
	let folder: string;
	beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'install-test-'))));
	afterEach(() => rmSync(folder, { recursive: true }));

	it('writes its log even on a machine without a cache', async () => {
		const log = path.join(folder, 'no', 'cache', 'yet.log');
		await command(process.execPath, ['-e', 'console.log("made")'], { log, timeoutMs: 30_000 });
		expect(readFileSync(log, 'utf8')).toBe('made\n');
	});

	it('shows the end of the log if it fails', async () => {
		const log = path.join(folder, 'log');
		const script = 'console.log("no space left"); process.exit(3)';
		const run = command(process.execPath, ['-e', script], { log, timeoutMs: 30_000 });
		await expect(run).rejects.toThrow(/ended with 3\nno space left$/);
	});

	it.each(['SIGINT', 'SIGKILL'] as const)('ends with its parent process, by %s', async (signal) => {
		const log = path.join(folder, 'log');
		const endless = 'console.log(process.pid); setInterval(() => {}, 1000)';
		const ours = `require('./n8n-server/command').command(process.execPath, ['-e', ${JSON.stringify(endless)}], { log: ${JSON.stringify(log)}, timeoutMs: 60_000 })`;
		const us = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', ours], {
			cwd: path.join(__dirname, '../../..'),
			stdio: 'ignore',
		});
		const pid = await waitFor(
			'the program to run',
			() => Number(readFileSync(log, 'utf8')) || false,
		);
		us.kill(signal);
		await waitFor('the program to end', () => !isRunning(pid));
	});

	it('prints the command for a user who may not install', () => {
		const message = howToInstall('the browser tests', ['chromium', 'postgresql'], true);
		expect(message).toContain(
			'sudo apt-get update && sudo apt-get install --no-install-recommends chromium postgresql\n',
		);
	});

	it('lists the packages on a system other than Debian', () => {
		const message = howToInstall('the browser tests', ['chromium', 'postgresql'], false);
		expect(message).toContain('chromium, postgresql');
		expect(message).not.toContain('apt-get');
	});
});

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
