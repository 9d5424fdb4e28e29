import type { Parameters } from '../../../../../nodes/WhatsAppCloud/runtime/parameters';
import { recipientOrder } from '../../../../../nodes/WhatsAppCloud/runtime/recipientOrder';

/** The index of the item that precedes each item, by the recipients of the items. */
function of(...recipients: unknown[]): Array<number | undefined> {
	const parametersOf = (index: number) =>
		({
			text: () => {
				if (recipients[index] instanceof Error) throw recipients[index];
				return String(recipients[index] ?? '');
			},
			group: () => ({
				optionalText: () => (String(recipients[index]).startsWith('0') ? 'DE' : undefined),
				flag: () => false,
			}),
		}) as unknown as Parameters;
	const before = recipientOrder(recipients.length, parametersOf);
	return recipients.map((_, index) => before(index));
}

describe('the item that precedes another', () => {
	it('is the previous one with the same recipient', () => {
		expect(of('15550100201', '15550100202', '15550100201', '15550100201')).toEqual([
			undefined,
			undefined,
			0,
			2,
		]);
	});

	it('is found however the phone number is written', () => {
		expect(of('+1 (555) 010-0201', '1 555 010 0201')).toEqual([undefined, 0]);
		expect(of('+49 170 1234567', '0170 1234567')).toEqual([undefined, 0]);
		expect(of('US.1000000000000000201', 'US.1000000000000000202')).toEqual([undefined, undefined]);
	});

	it('does not exist without a readable recipient', () => {
		expect(of('', '', undefined, undefined, new Error('x'), new Error('x'))).toEqual(
			Array(6).fill(undefined),
		);
	});
});
