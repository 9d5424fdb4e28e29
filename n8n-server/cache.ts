/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { say } from './say';

/** Folder of installed n8n servers, outside the clone, so that all clones and branches share them. */
export const cacheRoot = path.join(
	process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
	'n8n-nodes-whatsapp-cloud',
);

const MARKER = '.complete';

/** Returns whether `folder` contains a complete installation for this `recipe`. */
export function isComplete(folder: string, recipe: string): boolean {
	const marker = path.join(folder, MARKER);
	return existsSync(marker) && readFileSync(marker, 'utf8') === recipe;
}

/** Marks an installation as complete. A folder without the marker is incomplete. */
export function markComplete(folder: string, recipe: string): void {
	writeFileSync(path.join(folder, MARKER), recipe);
}

/** Returns an empty folder. Removes an incomplete installation. */
export function freshFolder(folder: string): string {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** A lock that was not touched for this long belongs to a process that has ended. */
const STALE_MS = 60_000;

/**
 * Runs `work` while no other process does, whatever clone it runs in.
 * Takes over the lock of a process that has ended.
 * @throws Error if another process still holds the lock after `timeoutMs`
 */
export async function withLock<T>(
	name: string,
	timeoutMs: number,
	work: () => Promise<T>,
): Promise<T> {
	mkdirSync(cacheRoot, { recursive: true });
	const file = path.join(cacheRoot, `${name}.lock`);
	const deadline = Date.now() + timeoutMs;
	for (let reported = false; !tryLock(file); reported = true) {
		if (!reported) say('waiting for another installation');
		if (Date.now() > deadline) {
			throw new Error(`${file} is held for ${timeoutMs / 60_000} minutes; remove it by hand`);
		}
		await delay(1_000);
	}
	const heartbeat = setInterval(() => {
		if (existsSync(file)) utimesSync(file, new Date(), new Date());
	}, STALE_MS / 6);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		rmSync(file, { force: true });
	}
}

function tryLock(file: string): boolean {
	try {
		writeFileSync(file, '', { flag: 'wx' });
		return true;
	} catch {
		const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
		if (touched !== undefined && Date.now() - touched > STALE_MS) rmSync(file, { force: true });
		return false;
	}
}
