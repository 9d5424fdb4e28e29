/**
 * What is known about whether n8n has stored the execution of a delivery.
 *
 * - `pending`: n8n has not answered yet, whether Meta still listens or not
 * - `accepted`: n8n answered with success, which it does once the execution is stored
 * - `failed`: n8n answered with an error, so nothing was stored
 * - `unknown`: Meta hung up, and n8n has not answered for a minute since
 */
export type AcceptanceState = 'pending' | 'accepted' | 'failed' | 'unknown';

/** How long after a hang-up n8n's answer still decides; then Meta's redelivery goes through. */
export const GRACE_MS = 60_000;

/**
 * The acceptance of one delivery. Only n8n's answer decides: that Meta hung up says nothing about the
 * execution, which may be stored or fail later.
 */
export class Acceptance {
	/** Resolves when n8n has answered, to whether with success. */
	readonly settled: Promise<boolean>;
	private success?: boolean;
	private hungUpAt?: number;
	private settle: (success: boolean) => void = () => {};

	constructor() {
		this.settled = new Promise((resolve) => {
			this.settle = resolve;
		});
	}

	/** n8n has answered, even if nobody listens any more. Only the first answer counts. */
	answer(status: number): void {
		if (this.success !== undefined) return;
		this.success = status >= 200 && status < 300;
		this.settle(this.success);
	}

	/** The connection ended before n8n's answer. @param now milliseconds */
	hangUp(now: number): void {
		this.hungUpAt ??= now;
	}

	state(now: number): AcceptanceState {
		if (this.success !== undefined) return this.success ? 'accepted' : 'failed';
		const isOver = this.hungUpAt !== undefined && now - this.hungUpAt >= GRACE_MS;
		return isOver ? 'unknown' : 'pending';
	}
}
