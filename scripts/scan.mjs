// Runs both legs of n8n's community package scanner: on the sources, and on the tarball that npm would publish.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(os.tmpdir(), 'scan-'));
const legs = [
	['source', root, SOURCE_FILE_PATTERNS],
	['tarball', path.join(folder, 'package'), ['**/*.js', 'package.json']],
];

let passed = 0;
try {
	execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
	execFileSync('tar', ['-xzf', path.join(folder, tarball()), '-C', folder]);
	for (const [name, directory, patterns] of legs) {
		const result = await analyzePackage(directory, patterns);
		console.log(`${name} leg: ${result.passed ? 'passed' : 'FAILED'}`);
		if (result.passed) passed++;
		else console.log(result.details ?? result.message);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
process.exitCode = passed === legs.length ? 0 : 1;

function tarball() {
	return execFileSync('ls', [folder], { encoding: 'utf8' })
		.split('\n')
		.find((name) => name.endsWith('.tgz'));
}
