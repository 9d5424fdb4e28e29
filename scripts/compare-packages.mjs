// Compares the contents of two npm tarballs and fails if they differ. Usage: compare-packages.mjs <a.tgz> <b.tgz>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [first, second] = process.argv.slice(2).map(contents);
const names = [...new Set([...first.keys(), ...second.keys()])].sort();
const different = names.filter((name) => first.get(name) !== second.get(name));

for (const name of different) {
	const only = !first.has(name)
		? ' (only in the second)'
		: !second.has(name)
			? ' (only in the first)'
			: '';
	console.error(`differs: ${name}${only}`);
}
if (names.length === 0) console.error('The packages are empty.');
else if (different.length === 0) console.log(`${names.length} files, all identical`);
process.exitCode = different.length > 0 || names.length === 0 ? 1 : 0;

/** Maps each file of a tarball to the hash of its content and its mode. */
function contents(tarball) {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'package-'));
	try {
		execFileSync('tar', ['-xzf', tarball, '-C', folder]);
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => statSync(path.join(folder, name)).isFile())
			.map((name) => {
				const file = path.join(folder, name);
				const mode = (statSync(file).mode & 0o111) === 0 ? 'file' : 'executable';
				return [name, `${mode} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`];
			});
		return new Map(files);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
