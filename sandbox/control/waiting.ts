/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { ControlConnection } from './connection';
import type { SandboxEvent, SandboxEventType } from './types';

/** What to wait for, and how to notice it. */
export interface WaitOptions<T> {
	/** Looks for a past match. */
	look: () => Promise<T | undefined>;
	/** Returns the match in an event, if any. */
	hear: (event: SandboxEvent) => T | undefined;
	types: SandboxEventType[];
	/** Milliseconds. */
	timeout: number;
	/** Describes the current state for the rejection. */
	explain: () => Promise<string>;
}

/** Waits for a match. It listens before it looks, so that nothing is missed. */
export async function waitFor<T>(
	connection: ControlConnection,
	{ look, hear, types, timeout, explain }: WaitOptions<T>,
): Promise<T> {
	let found: (value: T) => void = () => {};
	const heard = new Promise<T>((resolve) => (found = resolve));
	const stop = await connection.listen((event) => {
		const value = hear(event);
		if (value !== undefined) found(value);
	}, types);
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		const there = await look();
		if (there !== undefined) return there;
		const late = new Promise<undefined>((resolve) => {
			timer = setTimeout(() => resolve(undefined), timeout);
		});
		const value = await Promise.race([heard, late]);
		if (value !== undefined) return value;
	} finally {
		clearTimeout(timer);
		stop();
	}
	throw new Error(`Waited ${timeout} ms: ${await explain()}`);
}
