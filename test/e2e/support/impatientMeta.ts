/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { signatureOf } from '../../../cloud-api/webhooks/signature';

/** How deliveries are made. */
export interface Impatience {
	url: string;
	appSecret: string;
	/** Deliveries per second. */
	rate: number;
	/** Meta hangs up on a first delivery when it has waited this long; it waits twice as long with each retry, so that a slow machine does not fail for being slow. */
	hangUpMs: number;
	/** Pause before what was not answered with 200 is delivered again; it doubles every time, as Meta's does. */
	retryMs: number;
}

/** The outcomes of the deliveries. */
export interface Deliveries {
	/** Resolves when every body has been answered with 200; with the number of attempts. */
	done: Promise<number>;
	hangUps(): number;
}

/** Delivers each body until it is answered with 200, at a rate, and hangs up on slow answers as Meta does. */
export function deliverImpatiently(
	bodies: readonly string[],
	{ url, appSecret, rate, hangUpMs, retryMs }: Impatience,
): Deliveries {
	let attempts = 0;
	let hangUps = 0;
	const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
	const attempt = async (body: string, patienceMs: number): Promise<boolean> => {
		attempts++;
		try {
			const answer = await fetch(url, {
				method: 'POST',
				body,
				headers: {
					'content-type': 'application/json',
					'x-hub-signature-256': signatureOf(body, appSecret),
				},
				signal: AbortSignal.timeout(patienceMs),
			});
			return answer.status === 200;
		} catch {
			hangUps++;
			return false;
		}
	};
	const deliver = async (body: string, index: number) => {
		await wait((index * 1000) / rate);
		for (let retries = 0; !(await attempt(body, hangUpMs * 2 ** retries)); retries++)
			await wait(retryMs * 2 ** retries);
	};
	const done = Promise.all(bodies.map(deliver)).then(() => attempts);
	return { done, hangUps: () => hangUps };
}
