/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../../package.json';

interface Packed {
	unpackedSize: number;
	files: Array<{ path: string }>;
}

const root = path.join(__dirname, '../../..');
const [packed] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	}),
) as Packed[];
const files = packed.files.map((file) => file.path);

describe('the published package', () => {
	it('contains dist, README, LICENSE, and package.json, and nothing else', () => {
		expect(files.filter((file) => !file.startsWith('dist/')).sort()).toEqual([
			'LICENSE',
			'README.md',
			'package.json',
		]);
		expect(
			files.filter((file) => /\/(test|sandbox|engine|demo|bench|n8n-server)\//.test(file)),
		).toEqual([]);
		expect(files.filter((file) => /\.(ts|map)$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
	});

	it('contains what n8n loads: nodes, credential, codex, icons for light and dark, output schemas', () => {
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			expect(files).toContain(file);
		}
		for (const file of [
			'dist/nodes/WhatsAppCloud/WhatsAppCloud.node.json',
			'dist/nodes/WhatsAppCloudTrigger/WhatsAppCloudTrigger.node.json',
			'dist/nodes/WhatsAppCloud/whatsAppCloud.svg',
			'dist/nodes/WhatsAppCloud/whatsAppCloud.dark.svg',
			'dist/nodes/WhatsAppCloud/__schema__/v1.0.0/message/sendText.json',
		]) {
			expect(files).toContain(file);
		}
	});

	it('has no runtime dependencies and stays small', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(packed.unpackedSize).toBeLessThan(3_000_000);
	});
});

describe('the version of Node.js', () => {
	const judged = (version: string) => {
		const { status, stderr } = spawnSync(
			process.execPath,
			[path.join(root, 'scripts/node-version.mjs'), version],
			{ encoding: 'utf8' },
		);
		return { status, stderr };
	};

	it.each(['v18.20.8', 'v20.18.3'])('%s is rejected with an explanation', (version) => {
		expect(judged(version)).toEqual({
			status: 1,
			stderr: `This needs Node.js 20.19 or newer; it was started with ${version.slice(1)}.\n`,
		});
	});

	it.each(['v20.19.0', 'v22.3.0', 'v24.0.0', process.version])('%s is accepted', (version) => {
		expect(judged(version)).toEqual({ status: 0, stderr: '' });
	});

	it('is checked before anything that a user starts', () => {
		for (const name of ['start', 'test', 'test:e2e', 'n8n', 'sandbox'] as const) {
			expect(manifest.scripts[name]).toMatch(/^node scripts\/node-version\.mjs && /);
		}
	});

	it('in the README is the required one', () => {
		const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
		expect(readme).toContain(`Node ${manifest.engines.node.replace('>=', '')} or newer`);
	});
});
