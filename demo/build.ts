/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFile } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

interface Build {
	/** What is built, in words. */
	what: string;
	sources: string[];
	/** The folder it writes. */
	result: string;
	command: string[];
}

const PACKAGE: Build = {
	what: 'the package',
	sources: ['nodes', 'credentials', 'cloud-api', 'index.ts', 'tsconfig.json', 'gulpfile.js'],
	result: 'dist',
	command: [path.join(path.dirname(require.resolve('gulp')), 'bin/gulp.js')],
};

const PHONE_PAGE: Build = {
	what: 'the phone page',
	sources: ['sandbox/phone'],
	result: 'build/phone',
	command: [
		path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js'),
		'build',
		'--config',
		'sandbox/phone/vite.config.mts',
	],
};

/** Builds the package when dist/ is missing or older than its sources. */
export async function buildPackage(): Promise<void> {
	await buildIfStale(PACKAGE);
}

/** Builds the phone page when build/phone is missing or older than its sources. */
export async function buildPhonePage(): Promise<void> {
	await buildIfStale(PHONE_PAGE);
}

/** Says on stderr what it builds; the tool's own output appears only when it fails. */
async function buildIfStale({ what, sources, result, command }: Build): Promise<void> {
	if (newestWrite(result) > Math.max(...sources.map((source) => newestWrite(source)))) return;
	process.stderr.write(`Building ${what} …\n`);
	await new Promise<void>((resolve, reject) => {
		execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) => {
			if (!error) {
				resolve();
				return;
			}
			// What a failed build leaves behind must not pass for a finished one.
			rmSync(path.join(ROOT, result), { recursive: true, force: true });
			reject(new Error(`Building ${what} did not work:\n${stdout}${stderr}`));
		});
	});
}

/** Milliseconds since 1970 of the newest change under a path; 0 when there is nothing. */
function newestWrite(name: string): number {
	return Math.max(0, ...filesUnder(name).map((file) => statSync(file).mtimeMs));
}

function filesUnder(name: string): string[] {
	const top = path.join(ROOT, name);
	const stat = statSync(top, { throwIfNoEntry: false });
	if (!stat) return [];
	if (stat.isFile()) return [top];
	return readdirSync(top, { recursive: true, encoding: 'utf8' })
		.map((file) => path.join(top, file))
		.filter((file) => statSync(file).isFile());
}
