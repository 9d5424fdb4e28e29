/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { cacheRoot } from './cache';
import { command } from './command';
import { installCompilers } from './debianPackages';
import { npmFolder, quietEnv } from './npm';
import { say } from './say';

const MINUTE = 60_000;

/**
 * Puts sqlite3's native module into an installed n8n, to be run with `node`. It speaks
 * Node-API: one build serves every Node.js, so the second n8n takes the first one's.
 * Otherwise its makers' build is downloaded, or, where their host is out of reach or their
 * build does not fit this system, it is compiled.
 * @throws Error naming the packages when compilers are missing and cannot be installed
 */
export async function provideSqlite(folder: string, node: string): Promise<void> {
	const module = path.join(folder, 'node_modules', 'sqlite3');
	const manifest = path.join(module, 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	const built = path.join(module, 'build', 'Release', 'node_sqlite3.node');
	const kept = path.join(cacheRoot, `sqlite3-${version}-${process.platform}-${process.arch}.node`);
	if (existsSync(kept)) {
		mkdirSync(path.dirname(built), { recursive: true });
		copyFileSync(kept, built);
		return;
	}
	const log = path.join(cacheRoot, 'sqlite3.log');
	const options = { cwd: module, log, env: quietEnv() };
	const assertLoads = async () =>
		await command(node, ['-e', 'require(process.argv[1])', built], {
			...options,
			timeoutMs: MINUTE,
		});
	try {
		const download = createRequire(manifest).resolve('prebuild-install/bin.js');
		await command(process.execPath, [download, '-r', 'napi'], { ...options, timeoutMs: MINUTE });
		await assertLoads();
	} catch {
		say(`sqlite3 ${version} cannot be downloaded ready to use: compiling it (some minutes, once)`);
		await installCompilers();
		await compile(node, options);
		await assertLoads();
	}
	copyFileSync(built, kept);
}

/** With the headers beside `node` where it brings them; node-gyp downloads them otherwise. */
async function compile(
	node: string,
	options: { cwd: string; log: string; env: NodeJS.ProcessEnv },
): Promise<void> {
	const gyp = path.join(npmFolder(), 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	const prefix = path.dirname(path.dirname(node));
	const hasHeaders = existsSync(path.join(prefix, 'include', 'node', 'node_api.h'));
	const args = [gyp, 'rebuild', ...(hasHeaders ? [`--nodedir=${prefix}`] : [])];
	await command(process.execPath, args, { ...options, timeoutMs: 15 * MINUTE });
}
