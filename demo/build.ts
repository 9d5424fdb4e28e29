/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { execFile } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

interface Build {
	/** What is built, for messages. */
	what: string;
	sources: string[];
	/** The folder that the build writes. */
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

/** Builds the package if dist/ is missing or older than its sources. */
export async function buildPackage(): Promise<void> {
	await buildIfStale(PACKAGE);
}

/** Builds the phone page if build/phone is missing or older than its sources. */
export async function buildPhonePage(): Promise<void> {
	await buildIfStale(PHONE_PAGE);
}

/** Returns whether dist/ is missing, older than its sources, or current. */
export function packageState(): BuildState {
	return stateOf(PACKAGE);
}

type BuildState = 'missing' | 'stale' | 'current';

function stateOf({ sources, result }: Build): BuildState {
	const built = newestWrite(result);
	if (built === 0) return 'missing';
	return built > Math.max(...sources.map(newestWrite)) ? 'current' : 'stale';
}

/** Prints to stderr what it builds; the output of the build tool appears only if it fails. */
async function buildIfStale(build: Build): Promise<void> {
	if (stateOf(build) === 'current') return;
	const { what, result, command } = build;
	process.stderr.write(`Building ${what} …\n`);
	await new Promise<void>((resolve, reject) => {
		execFile(process.execPath, command, { cwd: ROOT }, (error, stdout, stderr) => {
			if (!error) {
				resolve();
				return;
			}
			// Otherwise the remains of a failed build would look like a complete one.
			rmSync(path.join(ROOT, result), { recursive: true, force: true });
			reject(new Error(`Building ${what} failed:\n${stdout}${stderr}`));
		});
	});
}

/** Returns the time of the newest change below a path in milliseconds since 1970; 0 if the path is missing. */
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
