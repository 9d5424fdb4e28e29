/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { parseArgs } from 'node:util';
import { acceptance } from './classes/acceptance';
import { answers } from './classes/answers';
import { duplicates } from './classes/duplicates';
import { growth } from './classes/growth';
import { links } from './classes/links';
import { names } from './classes/names';
import { payloads } from './classes/payloads';
import { reflections } from './classes/reflections';
import { shapes } from './classes/shapes';
import { storms } from './classes/storms';
import { targets } from './classes/targets';
import { text } from './classes/text';
import { Gauntlet, type AttackClass } from './gauntlet';

const CLASSES: AttackClass[] = [
	text,
	growth,
	names,
	payloads,
	targets,
	links,
	reflections,
	answers,
	shapes,
	acceptance,
	duplicates,
	storms,
];
const { values: options } = parseArgs({
	options: {
		/** A tenth of the attacks, for CI. */
		short: { type: 'boolean', default: false },
		/** Only the class of this name. */
		only: { type: 'string' },
		seed: { type: 'string', default: '20261128' },
	},
});

/** Runs every class of attacks; ends with 1 at the first that gets through. */
async function main(): Promise<void> {
	process.stdout.write('Class        Attacks  Longest (ms)\n');
	for (const { name, run } of CLASSES) {
		if (options.only && options.only.toLowerCase() !== name.toLowerCase()) continue;
		const gauntlet = new Gauntlet(Number(options.seed), options.short ? 0.1 : 1);
		try {
			await run(gauntlet);
		} catch (error) {
			process.stdout.write(`${name}: after ${gauntlet.count} attacks: ${String(error)}\n`);
			process.exit(1);
		}
		const { count, longestMs } = gauntlet;
		process.stdout.write(
			`${name.padEnd(12)} ${String(count).padStart(7)}  ${longestMs.toFixed(1).padStart(12)}\n`,
		);
	}
	process.exit(0);
}

void main();
