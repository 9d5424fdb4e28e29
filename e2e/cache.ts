/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { say } from './say';

/** Where installed n8n servers live: outside the clone, so that every clone and branch shares them. */
export const cacheRoot = path.join(
	process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
	'n8n-nodes-whatsapp-cloud',
);

const MARKER = '.complete';

/** Whether `folder` was installed to the end for exactly this `recipe`. */
export function isComplete(folder: string, recipe: string): boolean {
	const marker = path.join(folder, MARKER);
	return existsSync(marker) && readFileSync(marker, 'utf8') === recipe;
}

/** Written last: a folder without it is the rest of an install that was cut off. */
export function markComplete(folder: string, recipe: string): void {
	writeFileSync(path.join(folder, MARKER), recipe);
}

/** An empty folder; what a cut-off install left there goes. */
export function freshFolder(folder: string): string {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

/**
 * Runs `work` while no other process does, whichever clone it was started from.
 * The lock of a process that is gone is taken over.
 * @throws Error when the other process still holds the lock after `timeoutMs`
 */
export async function withLock<T>(name: string, timeoutMs: number, work: () => Promise<T>) {
	mkdirSync(cacheRoot, { recursive: true });
	const file = path.join(cacheRoot, `${name}.lock`);
	const deadline = Date.now() + timeoutMs;
	for (let told = false; !tryLock(file); told = true) {
		if (!told) say(`waiting for another process (${readFileSync(file, 'utf8')}) to finish`);
		if (Date.now() > deadline) {
			throw new Error(
				`${file} is still held after ${timeoutMs / 60_000} minutes; remove it by hand`,
			);
		}
		await delay(1_000);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function tryLock(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
		if (holder && !isAlive(holder)) rmSync(file, { force: true });
		return false;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
