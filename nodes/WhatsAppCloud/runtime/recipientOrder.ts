import { recipientKey } from '../../../cloud-api/messages/outgoing';
import type { Parameters } from './parameters';
import { recipientOf } from './recipient';

/**
 * For each item, the index of the previous item with the same recipient; `undefined` where there is none.
 * That item must be finished first, because Meta does not preserve the order of concurrent requests.
 */
export function recipientOrder(
	count: number,
	parametersOf: (index: number) => Parameters,
): (index: number) => number | undefined {
	const latest = new Map<string, number>();
	const previous = new Map<number, number>();
	for (let index = 0; index < count && count > 1; index++) {
		const recipient = keyOf(parametersOf(index));
		if (recipient === '') continue;
		const earlier = latest.get(recipient);
		if (earlier !== undefined) previous.set(index, earlier);
		latest.set(recipient, index);
	}
	return (index) => previous.get(index);
}

/** Empty when the parameter cannot be read; the item itself reports why. */
function keyOf(parameters: Parameters): string {
	try {
		return recipientKey(recipientOf(parameters).value);
	} catch {
		return '';
	}
}
