import type { NodeError } from '../../shared/errors';
import type { Run } from './run';

/** Errors by item. */
export type Failures = Map<number, NodeError>;

/**
 * Adds to the error that ends a run what was sent before, in words and in `context`: the accepted
 * messages (`sent`) and the items whose outcome is unknown (`unknown`).
 */
export function addPartialResult(
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
			? `No message was sent for any of the ${itemCount} items.`
			: `Messages for ${sentCount} of ${itemCount} items were sent before; the error details list their items and message IDs under "sent".`,
		unknown.length > 0 &&
			`Whether Meta accepted the message of item ${unknown.map(([item]) => item).join(', ')} is unknown.`,
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
