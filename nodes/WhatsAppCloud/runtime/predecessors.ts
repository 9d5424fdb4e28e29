import type { Parameters } from './parameters';

/**
 * For each item the last earlier one with the same recipient: it must be done first, because Meta does
 * not keep the order of messages that are under way together. Two writings of one number count as one.
 */
export function predecessors(
	count: number,
	parametersOf: (index: number) => Parameters,
): (index: number) => number | undefined {
	const last = new Map<string, number>();
	const before = new Map<number, number>();
	for (let index = 0; index < count && count > 1; index++) {
		const recipient = recipientOf(parametersOf(index));
		if (recipient === '') continue;
		const earlier = last.get(recipient);
		if (earlier !== undefined) before.set(index, earlier);
		last.set(recipient, index);
	}
	return (index) => before.get(index);
}

/** Empty when it cannot be read: the item itself will say why. */
function recipientOf(parameters: Parameters): string {
	try {
		return String(parameters.raw('recipient') ?? '').replace(/[^\p{L}\p{N}]/gu, '');
	} catch {
		return '';
	}
}
