/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- development code, never shipped */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { guarded } from './guard';
import { say } from './say';

interface CommandOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** File for the output of the command. Its folder is created if it is missing. */
	log: string;
	/** The command is killed after this time, in milliseconds. */
	timeoutMs: number;
	/** Run as another user. */
	uid?: number;
	gid?: number;
	/** Number of attempts. Default: 1. */
	attempts?: number;
}

/** Returns the last `lines` lines of a log file, for error messages. */
export function tail(file: string, lines = 40): string {
	try {
		return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	} catch {
		return '(no log)';
	}
}

/**
 * Runs a program and writes its output to a log file. The program ends when this process ends, also on Ctrl-C.
 * @throws Error with the end of the log if the last attempt fails or times out
 */
export async function command(program: string, args: string[], options: CommandOptions) {
	for (let attempt = 1; ; attempt++) {
		const outcome = await runOnce(program, args, options);
		if (outcome === 'done') return;
		const what = `${[program, ...args].join(' ')}: ${outcome}`;
		if (attempt >= (options.attempts ?? 1)) throw new Error(`${what}\n${tail(options.log)}`);
		say(`${what}; trying again (${tail(options.log, 3)})`);
		await delay(5_000 * attempt);
	}
}

async function runOnce(program: string, args: string[], options: CommandOptions) {
	const { cwd, env, uid, gid, log, timeoutMs } = options;
	mkdirSync(path.dirname(log), { recursive: true });
	const output = createWriteStream(log, { flags: 'a' });
	const child = spawn('sh', guarded(program, args), {
		cwd,
		env,
		uid,
		gid,
		detached: true,
		stdio: 'pipe',
	});
	child.once('exit', () => child.stdin.destroy());
	child.stdout.pipe(output, { end: false });
	child.stderr.pipe(output, { end: false });
	return await new Promise<string>((resolve) => {
		const timer = setTimeout(() => {
			if (child.pid) process.kill(-child.pid, 'SIGKILL');
			finish(`no end after ${Math.round(timeoutMs / 1000)} s`);
		}, timeoutMs);
		const finish = (outcome: string) => {
			clearTimeout(timer);
			output.end(() => resolve(outcome));
		};
		child.once('error', (error) => finish(error.message));
		child.once('close', (code, signal) =>
			finish(code === 0 ? 'done' : `ended with ${signal ?? code}`),
		);
	});
}
