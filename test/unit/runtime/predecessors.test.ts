import type { Parameters } from '../../../nodes/WhatsAppCloud/runtime/parameters';
import { predecessors } from '../../../nodes/WhatsAppCloud/runtime/predecessors';

/** The predecessor of each item, by what its recipient field holds. */
function of(...recipients: unknown[]): Array<number | undefined> {
	const parametersOf = (index: number) =>
		({
			raw: () => {
				if (recipients[index] instanceof Error) throw recipients[index];
				return recipients[index];
			},
		}) as unknown as Parameters;
	const before = predecessors(recipients.length, parametersOf);
	return recipients.map((_, index) => before(index));
}

describe('the item that has to be done before another', () => {
	it('is the last earlier one to the same person', () => {
		expect(of('15550100201', '15550100202', '15550100201', '15550100201')).toEqual([
			undefined,
			undefined,
			0,
			2,
		]);
	});

	it('is found in whatever way a number is written', () => {
		expect(of('+1 (555) 010-0201', '1 555 010 0201')).toEqual([undefined, 0]);
		expect(of('US.1000000000000000201', 'US.1000000000000000202')).toEqual([undefined, undefined]);
	});

	it('is none for what has no recipient that can be read', () => {
		expect(of('', '', undefined, undefined, new Error('x'), new Error('x'))).toEqual(
			Array(6).fill(undefined),
		);
	});
});
