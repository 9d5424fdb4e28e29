/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { cacheRoot } from './cache';
import { command } from './command';
import { installCompilers } from './debianPackages';
import { npmFolder, quietEnv } from './npm';
import { say } from './say';

const MINUTE = 60_000;

/**
 * Adds sqlite3's native module to an installed n8n, to be run with `node`. The module uses
 * Node-API, so one build works for every Node.js version and the second n8n copies it from the
 * first. Otherwise the prebuilt module is downloaded, or compiled if the download is not
 * reachable or does not fit this system.
 * @throws Error that names the packages if compilers are missing and cannot be installed
 */
export async function provideSqlite(folder: string, node: string): Promise<void> {
	const module = path.join(folder, 'node_modules', 'sqlite3');
	const manifest = path.join(module, 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	const built = path.join(module, 'build', 'Release', 'node_sqlite3.node');
	const kept = path.join(cacheRoot, `sqlite3-${version}-${process.platform}-${process.arch}.node`);
	if (!existsSync(kept)) {
		await makeSqlite(node, version, { cwd: module, built });
		// An incomplete copy must not look complete.
		copyFileSync(built, `${kept}.part`);
		renameSync(`${kept}.part`, kept);
	}
	if (sizeOf(built) === sizeOf(kept)) return;
	mkdirSync(path.dirname(built), { recursive: true });
	copyFileSync(kept, built);
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;

async function makeSqlite(
	node: string,
	version: string,
	{ cwd, built }: { cwd: string; built: string },
): Promise<void> {
	const options = { cwd, log: path.join(cacheRoot, 'sqlite3.log'), env: quietEnv() };
	const probe = ['-e', 'require(process.argv[1])', built];
	const assertLoads = async () => await command(node, probe, { ...options, timeoutMs: MINUTE });
	try {
		const resolve = createRequire(path.join(cwd, 'package.json')).resolve;
		const download = [resolve('prebuild-install/bin.js'), '-r', 'napi'];
		await command(process.execPath, download, { ...options, timeoutMs: MINUTE });
		await assertLoads();
	} catch {
		say(`sqlite3 ${version} has no prebuilt binary: compiling it (takes some minutes, once)`);
		await installCompilers();
		await compile(node, options);
		await assertLoads();
	}
}

/** Uses the headers next to `node` if present; otherwise node-gyp downloads them. */
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
