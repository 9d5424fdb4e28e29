/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- development code, never shipped */
import { Random } from './random';

/** Milliseconds of processor time that one call may keep the event loop busy. */
export const MAX_STALL_MS = 250;

/** One class of attacks: a name, and a run that counts its attacks and reports what got through. */
export interface AttackClass {
	name: string;
	run(gauntlet: Gauntlet): Promise<void>;
}

/** What got through: a leak, a double, a crash, a stall, or growth. */
export class Breach extends Error {}

export class Gauntlet {
	readonly random: Random;
	count = 0;
	longestMs = 0;

	/** @param share of the full number of attacks, e.g. 0.1 in CI */
	constructor(
		seed: number,
		private readonly share: number,
	) {
		this.random = new Random(seed);
	}

	/** How many of these attacks this run makes; at least one. */
	times(full: number): number {
		return Math.max(1, Math.round(full * this.share));
	}

	/** Counts one attack. @throws Breach when it got through */
	check(isSafe: boolean, what: () => string): void {
		this.count += 1;
		if (!isSafe) throw new Breach(what());
	}

	/** Runs synchronous code. @throws Breach when it throws or keeps the event loop busy for too long */
	attempt<T>(work: () => T, what: () => string): T {
		const before = process.cpuUsage();
		let result: T;
		try {
			result = work();
		} catch (error) {
			throw new Breach(`crash: ${what()}: ${String(error)}`);
		}
		const { user, system } = process.cpuUsage(before);
		const ms = (user + system) / 1000;
		this.longestMs = Math.max(this.longestMs, ms);
		this.check(ms <= MAX_STALL_MS, () => `stall of ${Math.round(ms)} ms: ${what()}`);
		return result;
	}
}
