import { sleep } from 'n8n-workflow';
import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import type { SendingOptions } from './sendingOptions';

/** A wait notices the end of its run within this time. */
const LOOK_AROUND_MS = 250;

/** A request that never left, because its run had ended before its turn came. */
export class NotSentError extends CloudApiError {
	readonly retry = 'never';
	readonly details = { outcome: 'not sent' };

	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'NotSentError';
	}
}

interface Reason {
	message: string;
	description?: string | null;
}

/** What all items of one run of the node share: its options, its end, and what Meta has accepted. */
export class Run {
	/** In the order of acceptance. */
	readonly accepted: Array<{ item: number; messageId: string }> = [];
	private reason: Reason | undefined;

	constructor(
		/** Whether the operation sends messages. */
		readonly sends: boolean,
		readonly options: SendingOptions,
		private readonly cancelSignal?: AbortSignal,
	) {}

	/** Nothing leaves any more; what is under way finishes. The first reason stays. */
	halt(reason: Reason): void {
		this.reason ??= reason;
	}

	get cancelled(): boolean {
		return this.cancelSignal?.aborted === true;
	}

	get ended(): boolean {
		return this.reason !== undefined || this.cancelled;
	}

	/** @throws NotSentError when the run was halted or its execution cancelled */
	check(): void {
		if (this.reason) {
			throw new NotSentError(
				`Not sent, because the run stopped: ${this.reason.message}`,
				this.reason.description ?? '',
			);
		}
		if (this.cancelled) {
			throw this.canceled();
		}
	}

	/** In n8n's spelling, by which it tells a canceled execution from a failed one. */
	canceled(): NotSentError {
		return new NotSentError(
			'The execution was canceled',
			'Nothing leaves any more. Run the workflow again for the items that are missing.',
		);
	}

	/** Waits, and ends early with a {@link NotSentError} when the run does. */
	async wait(ms: number): Promise<void> {
		const until = performance.now() + ms;
		for (let left = ms; left > 0; left = until - performance.now()) {
			await sleep(Math.min(left, LOOK_AROUND_MS));
			this.check();
		}
	}
}
