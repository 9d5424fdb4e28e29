import type { NodeError } from '../../shared/errors';
import type { Run } from './run';

/** What went wrong, by item. */
export type Failures = Map<number, NodeError>;

/**
 * Adds to the error that ends a run what had been achieved by then, so that nobody has to guess who got
 * a message: in words, and in `context` the accepted messages (`sent`) and the items of which nobody can
 * tell (`unknown`).
 */
export function tellWhatWasDone(
	error: NodeError,
	run: Run,
	itemCount: number,
	failures: Failures,
): NodeError {
	if (!run.sends || itemCount < 2) return error;
	const sentCount = new Set(run.accepted.map(({ item }) => item)).size;
	const unknown = [...failures].filter(([, { context }]) => context.outcome === 'unknown');
	error.description = [
		error.description,
		sentCount === 0
			? `No message had been sent for any of the ${itemCount} items.`
			: `Messages for ${sentCount} of ${itemCount} items had been sent by then; their items and IDs are listed under "sent" in the details of this message.`,
		unknown.length > 0 &&
			`Whether Meta took the message of item ${unknown.map(([item]) => item).join(', ')} is unknown.`,
	]
		.filter(Boolean)
		.join(' ');
	Object.assign(error.context, {
		sentCount,
		itemCount,
		sent: [...run.accepted].sort((a, b) => a.item - b.item),
		unknown: unknown.map(([item]) => item),
	});
	return error;
}
