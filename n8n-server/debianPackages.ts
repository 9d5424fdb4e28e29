/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { cacheRoot, withLock } from './cache';
import { command } from './command';
import { say } from './say';

/** Long enough for another process to install everything. */
export const LOCK_WAIT_MS = 45 * 60_000;

/** The browser of the browser tests. */
export const chromiumPath = '/usr/bin/chromium';

/** Returns the folder of PostgreSQL's server programs (initdb, postgres), or undefined if it is not installed. */
export function postgresBin(): string | undefined {
	const root = '/usr/lib/postgresql';
	if (!existsSync(root)) return undefined;
	const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
	return versions
		.map((version) => path.join(root, version, 'bin'))
		.find((bin) => existsSync(path.join(bin, 'postgres')));
}

/** Installs missing programs and fonts for the browser and queue mode tests. */
export async function installDebianPackages(): Promise<void> {
	const noto = '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf';
	await installMissing('the browser and queue mode tests', {
		chromium: existsSync(chromiumPath),
		'fonts-noto-color-emoji': existsSync(noto),
		'fonts-liberation': existsSync('/usr/share/fonts/truetype/liberation'),
		'redis-server': existsSync('/usr/bin/redis-server'),
		postgresql: postgresBin() !== undefined,
	});
}

/** Installs missing programs that node-gyp needs. */
export async function installCompilers(): Promise<void> {
	await installMissing('compiling native modules', {
		python3: onPath('python3'),
		make: onPath('make'),
		'g++': onPath('g++'),
	});
}

/**
 * @param present Debian package → whether it is installed
 * @throws Error that says what to install if this is not a Debian system or the user is not root
 */
async function installMissing(purpose: string, present: Record<string, boolean>): Promise<void> {
	const missing = Object.keys(present).filter((name) => !present[name]);
	if (missing.length === 0) return;
	const hasApt = onPath('apt-get');
	if (!hasApt || process.getuid?.() !== 0) throw new Error(howToInstall(purpose, missing, hasApt));
	await withLock('apt', LOCK_WAIT_MS, async () => {
		say(`installing ${missing.join(', ')} from Debian for ${purpose}`);
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
		const log = path.join(cacheRoot, 'apt.log');
		await command('apt-get', ['update'], { env, log, timeoutMs: 300_000, attempts: 3 });
		const install = ['install', '-y', '--no-install-recommends', ...missing];
		await command('apt-get', install, { env, log, timeoutMs: 900_000, attempts: 3 });
	});
}

/** Returns instructions for users who are not root or not on Debian. */
export function howToInstall(purpose: string, missing: string[], hasApt: boolean): string {
	if (!hasApt) {
		return `Missing for ${purpose}: what Debian calls ${missing.join(', ')}. Please install it where Debian does, and start again.`;
	}
	return [
		`Missing for ${purpose}, and only root can install it. Please run`,
		`  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
		'and start again.',
	].join('\n');
}

function onPath(program: string): boolean {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.some((folder) => existsSync(path.join(folder, program)));
}
