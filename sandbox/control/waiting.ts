/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { ControlConnection } from './connection';
import type { SandboxEvent, SandboxEventType } from './types';

/** What is waited for, past or to come. */
export interface WaitOptions<T> {
	/** Whether it is there already. */
	look: () => Promise<T | undefined>;
	/** Whether an event brings it. */
	hear: (event: SandboxEvent) => T | undefined;
	types: SandboxEventType[];
	/** Milliseconds. */
	timeout: number;
	/** What there is instead, for the rejection. */
	explain: () => Promise<string>;
}

/** Listens first and looks second, so that nothing falls between. */
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
