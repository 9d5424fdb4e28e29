/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import manifest from '../../package.json';

interface Packed {
	unpackedSize: number;
	files: Array<{ path: string }>;
}

const root = path.join(__dirname, '../..');
const [packed] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	}),
) as Packed[];
const files = packed.files.map((file) => file.path);

describe('the published package', () => {
	it('holds dist, README, LICENSE and package.json, and nothing else', () => {
		expect(files.filter((file) => !file.startsWith('dist/')).sort()).toEqual([
			'LICENSE',
			'README.md',
			'package.json',
		]);
		expect(files.filter((file) => /\/(test|sandbox|engine|demo|bench|e2e)\//.test(file))).toEqual(
			[],
		);
		expect(files.filter((file) => /\.(ts|map)$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
	});

	it('holds what n8n loads: nodes, credential, codex, icons for light and dark, output schemas', () => {
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
		expect(packed.unpackedSize).toBeLessThan(2_000_000);
	});
});
