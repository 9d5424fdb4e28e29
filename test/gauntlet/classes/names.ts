import { safeFileName } from '../../../cloud-api/media/safeFileName';
import type { AttackClass } from '../gauntlet';

const PIECES = [
	...[
		'../',
		'..\\',
		'/',
		'\\',
		'\0',
		'\u202e',
		'\u2066',
		'\u200b',
		'.',
		'..',
		' ',
		'con',
		'a',
		'ä',
	],
	...['.sh', '.pdf', '%2e%2e%2f', '\n', '\r', '\u0007', ':', '~', '\ud83d', '🎉', '"', '$(x)', '`'],
];

/** File names from customers: no path, no control character, no direction mark gets through. */
export const names: AttackClass = {
	name: 'File names',
	async run(gauntlet) {
		const { random } = gauntlet;
		for (let i = 0; i < gauntlet.times(20_000); i++) {
			const input = random.text(PIECES, 1 + random.int(random.pick([8, 40, 600])));
			const name = gauntlet.attempt(
				() => safeFileName(input),
				() => `safeFileName(${JSON.stringify(input.slice(0, 40))})`,
			);
			const isSafe =
				name === undefined ||
				(!/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name) && !/^\.{0,2}$/.test(name));
			gauntlet.check(isSafe, () => `unsafe file name ${JSON.stringify(name)}`);
		}
		await Promise.resolve();
	},
};
