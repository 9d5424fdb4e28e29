/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { cacheRoot } from './cache';
import { command } from './command';
import { say } from './say';

/** The browser of the browser tests. */
export const chromiumPath = '/usr/bin/chromium';

/** Folder of PostgreSQL's server programs (initdb, postgres), or undefined when not installed. */
export function postgresBin(): string | undefined {
	const root = '/usr/lib/postgresql';
	if (!existsSync(root)) return undefined;
	const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
	return versions
		.map((version) => path.join(root, version, 'bin'))
		.find((bin) => existsSync(path.join(bin, 'postgres')));
}

/**
 * Installs the programs that the browser and queue mode tests drive, where they are missing.
 * @throws Error naming the packages when this is not a Debian system or we are not root
 */
export async function installDebianPackages(): Promise<void> {
	const missing = [
		...(existsSync(chromiumPath) ? [] : ['chromium']),
		...(existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf')
			? []
			: ['fonts-noto-color-emoji']),
		...(existsSync('/usr/share/fonts/truetype/liberation') ? [] : ['fonts-liberation']),
		...(existsSync('/usr/bin/redis-server') ? [] : ['redis-server']),
		...(postgresBin() ? [] : ['postgresql']),
	];
	if (missing.length === 0) return;
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
		throw new Error(`please install ${missing.join(', ')} and start again`);
	}
	say(`installing ${missing.join(', ')} from Debian`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	const log = path.join(cacheRoot, 'apt.log');
	await command('apt-get', ['update'], { env, log, timeoutMs: 300_000, attempts: 3 });
	const install = ['install', '-y', '--no-install-recommends', ...missing];
	await command('apt-get', install, { env, log, timeoutMs: 900_000, attempts: 3 });
}
