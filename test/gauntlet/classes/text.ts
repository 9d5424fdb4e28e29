import { markdownToWhatsApp } from '../../../cloud-api/messages/markdown/markdown';
import { splitText } from '../../../cloud-api/messages/splitText';
import { variablesIn } from '../../../cloud-api/templates/variables';
import { withoutSecrets } from '../../../cloud-api/errors/withoutSecrets';
import { camelCase } from '../../../cloud-api/webhooks/read';
import type { AttackClass } from '../gauntlet';

/** The longest text of a WhatsApp message, in characters (Meta: text messages). */
const LENGTH = 4096;
const PIECES = [
	...[
		'#',
		' ',
		'\n',
		'`',
		'*',
		'**',
		'_',
		'~~',
		'[',
		']',
		'(',
		')',
		'[](',
		'![',
		'|',
		'>',
		'-',
		'1.',
	],
	...['{{', '}}', 'a', '\\', '<', '&', '\t', '\u200b', '\ud83d', 'EA', 'access_token=', 'https://'],
];
const readers: Record<string, (text: string) => unknown> = {
	markdownToWhatsApp,
	splitText: (text) => splitText(text),
	variablesIn,
	withoutSecrets,
	camelCase,
};

/** Text that a customer or a model writes: nothing may take longer than a moment. */
export const text: AttackClass = {
	name: 'Text',
	async run(gauntlet) {
		const { random } = gauntlet;
		const texts = [
			`# a${' '.repeat(LENGTH - 4)}b`,
			...PIECES.map((piece) => piece.repeat(LENGTH / piece.length)),
			...Array.from({ length: gauntlet.times(300) }, () => {
				const alphabet = Array.from({ length: 1 + random.int(4) }, () => random.pick(PIECES));
				return random.text(alphabet, LENGTH);
			}),
		];
		for (const input of texts) {
			for (const [name, read] of Object.entries(readers)) {
				gauntlet.attempt(
					() => read(input),
					() => `${name}(${JSON.stringify(input.slice(0, 40))}…)`,
				);
			}
		}
		await Promise.resolve();
	},
};
