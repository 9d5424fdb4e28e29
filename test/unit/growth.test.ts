import { growthOf, READERS, SHAPES } from '../support/growth';

describe.each(Object.entries(READERS))('%s', (_, read) => {
	it('takes at most 2.5 times as long for twice the text, up to 64k characters', () => {
		const slow: string[] = [];
		for (const shape of SHAPES) {
			const growth = growthOf(read, shape);
			if (growth) slow.push(growth);
			if (slow.length >= 3) break;
		}
		expect(slow).toEqual([]);
	});
});
