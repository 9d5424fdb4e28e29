/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */

const startedAt = Date.now();

/** Prints a line of progress to standard output, with the seconds since the start. */
export function say(line: string): void {
	const seconds = Math.round((Date.now() - startedAt) / 1000);
	process.stdout.write(`[${String(seconds).padStart(4)}s] ${line}\n`);
}
