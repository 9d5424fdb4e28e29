/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const SOURCES = ['nodes', 'credentials', 'cloud-api'];

/**
 * Once before all tests: the engine tests run what lies in dist/, so say when that is not what the
 * sources say. Unit tests do not need a build, so nothing is stopped here.
 */
export default function requireBuild(): void {
	const built = newest(path.join(ROOT, 'dist'), '.js');
	const source = Math.max(...SOURCES.map((name) => newest(path.join(ROOT, name), '.ts')));
	if (built === 0) say('dist/ is missing: engine tests cannot run. Build first: npm run build');
	else if (built < source) {
		say(
			'dist/ is older than the sources: engine tests run the old code. Build first: npm run build',
		);
	}
}

function newest(folder: string, extension: string): number {
	try {
		const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
		const files = names.filter((name) => name.endsWith(extension));
		return Math.max(0, ...files.map((name) => statSync(path.join(folder, name)).mtimeMs));
	} catch {
		return 0;
	}
}

function say(sentence: string): void {
	process.stderr.write(`\n${sentence}\n\n`);
}
