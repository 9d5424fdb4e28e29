/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- development code, never shipped */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

import { tail } from './command';
import { guarded } from './guard';
import { waitFor } from './waitFor';

/** A background program that ends with this process. */
export interface GuardedProcess {
	/** Where its output goes. */
	log: string;
	/** @throws Error with the end of the log if the program has ended */
	assertRunning(): void;
	/** Asks the program to end and kills it after `graceMs`. Resolves when its process group has ended. */
	stop(graceMs?: number): Promise<void>;
}

/** Starts `program`, output appended to `log`. */
export function startGuarded(
	program: string,
	args: string[],
	options: { env: NodeJS.ProcessEnv; cwd: string; log: string; uid?: number; gid?: number },
): GuardedProcess {
	const { log, ...rest } = options;
	const output = openSync(log, 'a');
	const child = spawn('sh', guarded(program, args), {
		...rest,
		detached: true,
		stdio: ['pipe', output, output],
	});
	closeSync(output);
	let ended: string | undefined;
	child.once('error', (error) => (ended = error.message));
	child.once('exit', (code, signal) => (ended = `ended with ${signal ?? code}`));
	const name = [program, ...args].join(' ');
	return {
		log,
		assertRunning() {
			if (ended !== undefined) throw new Error(`${name} ${ended}\n${tail(log)}`);
		},
		async stop(graceMs = 20_000) {
			signalGroup(child, 'SIGTERM');
			// A busy machine can exceed the grace period. The remaining processes are killed then.
			await waitFor(`${name} to end`, () => ended !== undefined, { timeoutMs: graceMs }).catch(
				() => undefined,
			);
			signalGroup(child, 'SIGKILL');
			child.stdin?.destroy();
		},
	};
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// The process group has already ended.
	}
}
