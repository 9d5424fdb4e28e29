/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { command } from './command';
import { freshFolder } from './cache';
import { npmCli } from './npm';

const root = path.join(__dirname, '..');

/** The unpacked npm tarball of this package, as a user's n8n installs it. */
export interface PackagedNodes {
	name: string;
	version: string;
	folder: string;
}

/**
 * Packs the built package with npm and unpacks the tarball into build/e2e/package.
 * @throws Error if the package has not been built
 */
export async function packNodes(): Promise<PackagedNodes> {
	if (!existsSync(path.join(root, 'dist', 'nodes'))) {
		throw new Error('dist is empty: run "npm run build" first');
	}
	const work = freshFolder(path.join(root, 'build', 'e2e', 'package'));
	const log = path.join(work, 'pack.log');
	const pack = [npmCli(), 'pack', '--ignore-scripts', '--pack-destination', work];
	await command(process.execPath, pack, { cwd: root, log, timeoutMs: 120_000 });
	const tarball = readdirSync(work).find((file) => file.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack left no tarball in ${work}`);
	await command('tar', ['-xzf', tarball], { cwd: work, log, timeoutMs: 60_000 });
	return packagedNodes();
}

/** Returns what `packNodes` unpacked last. */
export function packagedNodes(): PackagedNodes {
	const folder = path.join(root, 'build', 'e2e', 'package', 'package');
	const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
	const { name, version } = JSON.parse(manifest) as { name: string; version: string };
	return { name, version, folder };
}

/** Installs the package where n8n keeps community packages. */
export function installIntoUserFolder(nodes: PackagedNodes, userFolder: string): void {
	const target = path.join(userFolder, '.n8n', 'nodes');
	mkdirSync(target, { recursive: true });
	const manifest = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [nodes.name]: nodes.version },
	};
	writeFileSync(path.join(target, 'package.json'), JSON.stringify(manifest));
	cpSync(nodes.folder, path.join(target, 'node_modules', nodes.name), { recursive: true });
}
