/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cacheRoot, freshFolder, isComplete, markComplete } from './cache';
import { command } from './command';
import { npmCli, quietEnv } from './npm';
import { nodePackages, type N8nRelease } from './releases';
import { say } from './say';
import { provideSqlite } from './sqlite';

/** An n8n that is ready to start. */
export interface InstalledN8n {
	release: N8nRelease;
	/** The Node.js to run it with. */
	node: string;
	/** n8n's command line entry, to be run with `node`. */
	bin: string;
}

const MINUTE = 60_000;

/**
 * Installs an n8n release and its Node.js into the cache, or finds it there.
 * Install scripts are off, because some need hosts that a closed network doesn't reach.
 * sqlite3, the only native module that n8n requires, is added afterwards.
 */
export async function installN8n(release: N8nRelease): Promise<InstalledN8n> {
	const node = await installNode(release.nodeMajor);
	const folder = path.join(cacheRoot, `n8n-${release.version}`);
	const manifest = JSON.stringify(
		{ private: true, dependencies: { n8n: release.version }, overrides: release.overrides },
		null,
		'\t',
	);
	const recipe = `${manifest}\n${process.platform}-${process.arch}`;
	if (!isComplete(folder, recipe)) {
		say(`installing n8n ${release.version} into ${folder} (takes some minutes, once)`);
		freshFolder(folder);
		writeFileSync(path.join(folder, 'package.json'), manifest);
		await npm(['install', '--legacy-peer-deps'], folder);
		markComplete(folder, recipe);
		say(`n8n ${release.version} is installed`);
	}
	await provideSqlite(folder, node);
	return { release, node, bin: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

/** The running Node.js if its major version matches, otherwise one from npm's node packages. */
async function installNode(major: number): Promise<string> {
	if (Number(process.versions.node.split('.')[0]) === major) return realpathSync(process.execPath);
	const name = `node-${process.platform}-${process.arch}`;
	const spec = `${name}@${nodePackages[major]}`;
	const folder = path.join(cacheRoot, spec);
	const binary = path.join(folder, 'node_modules', name, 'bin', 'node');
	if (!isComplete(folder, spec)) {
		say(`installing Node.js ${nodePackages[major]}`);
		freshFolder(folder);
		writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
		await npm(['install', spec, '--no-save', '--force'], folder);
		markComplete(folder, spec);
	}
	return binary;
}

async function npm(args: string[], cwd: string): Promise<void> {
	const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress'];
	const all = [npmCli(), ...flags, ...args];
	const log = path.join(cwd, 'install.log');
	await command(process.execPath, all, {
		cwd,
		log,
		env: quietEnv(),
		timeoutMs: 20 * MINUTE,
		attempts: 3,
	});
}
