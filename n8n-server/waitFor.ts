/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { setTimeout as delay } from 'node:timers/promises';

interface WaitOptions {
	/** Default 30 seconds. */
	timeoutMs?: number;
	/** Added to the error, for example the end of a log. */
	details?: () => string | Promise<string>;
}

/**
 * Calls `probe` until it returns something other than undefined or false. A probe that throws counts
 * as "not yet".
 * @throws Error that says what was waited for, with the probe's last error, after `timeoutMs`
 */
export async function waitFor<T>(
	what: string,
	probe: () => Promise<T | undefined | false> | T | undefined | false,
	{ timeoutMs = 30_000, details }: WaitOptions = {},
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	let last = '';
	for (;;) {
		try {
			const answer = await probe();
			if (answer !== undefined && answer !== false) return answer;
		} catch (error) {
			last = error instanceof Error ? error.message : String(error);
		}
		if (Date.now() > deadline) break;
		await delay(200);
	}
	const context = [last, (await details?.()) ?? ''].filter(Boolean).join('\n');
	throw new Error(`${what}: not within ${timeoutMs / 1000} s\n${context}`);
}
