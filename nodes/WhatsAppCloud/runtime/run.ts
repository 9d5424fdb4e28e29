import { sleep } from 'n8n-workflow';
import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import type { DeliveryOptions } from './deliveryOptions';

/** A wait notices the end of its run within this time. */
const POLL_MS = 250;

/** A request that was not sent, because its run ended before its turn. */
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

/** What all items of one run of the node share: its options, whether it has ended, and what Meta has accepted. */
export class Run {
	/** In the order of acceptance. */
	readonly accepted: Array<{ item: number; messageId: string }> = [];
	private reason: Reason | undefined;

	constructor(
		/** Whether the operation sends messages. */
		readonly sends: boolean,
		readonly options: DeliveryOptions,
		private readonly cancelSignal?: AbortSignal,
	) {}

	/** Sends nothing more; requests under way finish. Only the first reason is kept. */
	halt(reason: Reason): void {
		this.reason ??= reason;
	}

	get cancelled(): boolean {
		return this.cancelSignal?.aborted === true;
	}

	get ended(): boolean {
		return this.reason !== undefined || this.cancelled;
	}

	/** @throws NotSentError when the run was halted or its execution canceled */
	check(): void {
		if (this.reason) {
			throw new NotSentError(
				`Not sent because the run stopped: ${this.reason.message}`,
				this.reason.description ?? '',
			);
		}
		if (this.cancelled) throw this.canceled();
	}

	/** The error of a canceled execution; n8n recognizes it by this message. */
	canceled(): NotSentError {
		return new NotSentError(
			'The execution was canceled',
			'No further messages are sent. Run the workflow again for the remaining items.',
		);
	}

	/** Waits, and rejects early with a {@link NotSentError} when the run ends. */
	async wait(ms: number): Promise<void> {
		const until = performance.now() + ms;
		for (let left = ms; left > 0; left = until - performance.now()) {
			await sleep(Math.min(left, POLL_MS));
			this.check();
		}
	}
}
