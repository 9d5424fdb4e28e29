import type { NodeError } from '../../shared/errors';
import type { Operation } from './operation';
import type { Run } from './run';

/**
 * Adds to the error that ends a run what had been achieved by then, so that nobody has to guess who got
 * a message: the number in words, the IDs in `context.sent`.
 */
export function tellWhatWasDone(
	error: NodeError,
	run: Run,
	itemCount: number,
	{ sends }: Operation,
): NodeError {
	if (!sends || itemCount < 2) return error;
	const items = new Set(run.accepted.map(({ item }) => item)).size;
	const story =
		items === 0
			? `No message had been sent for any of the ${itemCount} items.`
			: `Messages for ${items} of ${itemCount} items had been sent by then; their items and IDs are listed under "sent" in the details of this message.`;
	error.description = [error.description, story].filter(Boolean).join(' ');
	Object.assign(error.context, {
		sentCount: items,
		itemCount,
		sent: [...run.accepted].sort((a, b) => a.item - b.item),
	});
	return error;
}
