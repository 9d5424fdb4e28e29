// Runs all steps, even after a failure, and prints a summary.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MINUTE = 60_000;

/** Name, npm script, and timeout in minutes. For steps that run jest, the tests are counted. */
const STEPS = [
	['tests (README)', 'test', 25],
	['lint', 'lint', 5],
	['formatting', 'format:check', 5],
	['type check', 'typecheck', 5],
	['scanner, both legs', 'scan', 5],
	['rooms', 'rooms', 5],
	['gauntlet, short form', 'gauntlet:short', 5],
	['contract', 'test:contract', 10],
	['end to end', 'test:e2e', 50],
];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const only = process.argv.slice(2);
let passed = 0;
let failed = 0;
const summary = [];

for (const [name, script, minutes] of STEPS) {
	if (only.length > 0 && !only.includes(script)) continue;
	const started = Date.now();
	console.log(`\n=== ${name} (npm run ${script})`);
	const { code, output } = scripts[script]
		? await run('npm', ['run', '--silent', script], minutes * MINUTE)
		: { code: 1, output: `package.json has no script "${script}"` };
	const tests = [...output.matchAll(/^Tests:\s+(.*)$/gm)].map(([, line]) => line);
	const count = (word) =>
		tests.reduce(
			(sum, line) => sum + Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0),
			0,
		);
	const bad = count('failed');
	passed += tests.length > 0 ? count('passed') : code === 0 ? 1 : 0;
	failed += code === 0 ? 0 : Math.max(bad, 1);
	summary.push(
		`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`,
	);
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Runs a command in a separate process group, so that nothing it started outlives it. */
function run(command, args, limit) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, CI: 'true', FORCE_COLOR: '0', NO_COLOR: '1' },
		});
		let output = '';
		const keep = (stream) => (chunk) => {
			stream.write(chunk);
			output += chunk;
		};
		child.stdout.on('data', keep(process.stdout));
		child.stderr.on('data', keep(process.stderr));
		const timer = setTimeout(() => {
			console.log(`\nStopped after ${limit / MINUTE} minutes.`);
			end(child.pid);
		}, limit);
		child.on('close', (code) => {
			clearTimeout(timer);
			end(child.pid);
			resolve({ code: code ?? 1, output });
		});
	});
}

function end(group) {
	try {
		process.kill(-group, 'SIGKILL');
	} catch {
		// The process group has already ended.
	}
}
