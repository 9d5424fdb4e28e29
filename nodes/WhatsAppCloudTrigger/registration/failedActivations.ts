import type { IHookFunctions } from 'n8n-workflow';

/** n8n cleans up within moments; a later removal is a person's decision. */
const MAX_AGE_MS = 60_000;
const failed = new Map<string, number>();

/**
 * n8n calls the delete hook after a check or registration that failed, even when it only restarted and
 * a single request had no answer. What the failed call changed it has taken back already, so that this
 * removal must not touch a callback that has been working all along. n8n reads the workflow anew for
 * it, so that only the process can remember.
 */
export function noteFailedActivation(context: IHookFunctions): void {
	failed.set(keyOf(context), Date.now());
}

export function forgetFailedActivation(context: IHookFunctions): void {
	failed.delete(keyOf(context));
}

/** Whether the removal that n8n asks for belongs to a failed activation; true only once. */
export function isFailedActivation(context: IHookFunctions): boolean {
	const at = failed.get(keyOf(context));
	failed.delete(keyOf(context));
	return at !== undefined && Date.now() - at < MAX_AGE_MS;
}

function keyOf(context: IHookFunctions): string {
	return `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
}
