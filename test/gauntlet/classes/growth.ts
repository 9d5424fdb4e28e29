import { growthOf, READERS, SHAPES } from '../../support/growth';
import type { AttackClass } from '../gauntlet';

/** Texts of 64k characters: no reader takes more than 2.5 times as long for twice the text. */
export const growth: AttackClass = {
	name: 'Growth',
	async run(gauntlet) {
		const { random } = gauntlet;
		const share = gauntlet.times(100) / 100;
		for (const [name, read] of Object.entries(READERS)) {
			for (const shape of SHAPES.filter(() => random.next() < share)) {
				const found = growthOf(read, shape);
				gauntlet.check(found === undefined, () => `growth: ${name} of ${found}`);
			}
		}
		await Promise.resolve();
	},
};
