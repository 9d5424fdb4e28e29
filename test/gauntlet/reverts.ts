/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- development code, never shipped */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { REVERTS, type Revert } from './revertList';

/**
 * Takes each mend out of a copy of the repository and makes sure that the gauntlet finds it; ends with 1
 * when it does not. `npm run gauntlet:reverts -- Duplicates Links --short` tries those of two classes, with a
 * tenth of the attacks, as in CI.
 */
const root = path.join(__dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'gauntlet-'));
const { values: options, positionals: only } = parseArgs({
	allowPositionals: true,
	options: { short: { type: 'boolean', default: false } },
});
const share = options.short ? ['--short'] : [];

function run(command: string, ...args: string[]): { status: number | null; output: string } {
	const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
	return { status, output: `${stdout}${stderr}` };
}

/** @returns what the gauntlet says; `undefined` when it finds nothing */
function attempt({ found, edits }: Revert): string | undefined {
	const originals = edits.map(({ file }) => readFileSync(path.join(copy, file), 'utf8'));
	try {
		for (const { file, from, to } of edits) {
			const place = path.join(copy, file);
			const text = readFileSync(place, 'utf8');
			if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
			writeFileSync(
				place,
				text.replace(from, () => to),
			);
		}
		const built = run('npx', 'gulp');
		if (built.status !== 0) throw new Error(`The build fails:\n${built.output}`);
		const { status, output } = run(
			'npx',
			'tsx',
			'test/gauntlet/main.ts',
			'--only',
			found,
			...share,
		);
		return status === 1 ? output.trim().split('\n').at(-1) : undefined;
	} finally {
		edits
			.map(({ file }, index) => [file, originals[index]] as const)
			.reverse()
			.forEach(([file, text]) => writeFileSync(path.join(copy, file), text));
	}
}

try {
	for (const file of execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n'))
		if (file !== '') cpSync(path.join(root, file), path.join(copy, file));
	symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
	for (const revert of REVERTS.filter(({ found }) => only.length === 0 || only.includes(found))) {
		const said = attempt(revert);
		process.stdout.write(`${said ? 'found' : 'MISSED'}  ${revert.name}\n        ${said ?? ''}\n`);
		if (said === undefined) process.exitCode = 1;
	}
} finally {
	rmSync(copy, { recursive: true, force: true });
}
