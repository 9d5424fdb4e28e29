import type { IHookFunctions } from 'n8n-workflow';

/** What a registration has changed so far, so that a failed one leaves nothing behind. */
export class Undo {
	private readonly steps: Array<{ what: string; undo: () => Promise<void> }> = [];

	/** @param what for the log, e.g. `the subscription of the account` */
	add(what: string, undo: () => Promise<void>): void {
		this.steps.push({ what, undo });
	}

	/** Takes everything back, last change first. Never throws: what cannot be taken back is logged. */
	async run({ logger }: Pick<IHookFunctions, 'logger'>): Promise<void> {
		for (const { what, undo } of this.steps.splice(0).reverse()) {
			try {
				await undo();
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				logger.warn(`WhatsApp Cloud API Trigger: ${what} could not be undone: ${reason}`);
			}
		}
	}
}
