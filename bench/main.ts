/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../engine';
import type { Figures } from './figures';
import { loadTime } from './loading';
import { OtherSide } from './otherSide';
import { chart, markdown, verdicts } from './report';
import { atTheLimit, faultStorm, ratesWithoutLimit } from './sending';
import { webhookPath } from './webhooks';

const { values: options } = parseArgs({
	options: {
		/** Whether to print only the figures as JSON. */
		json: { type: 'boolean', default: false },
		/** Whether to save the figures in bench/RESULTS.md and bench/chart.svg. */
		write: { type: 'boolean', default: false },
		'round-trip': { type: 'string', default: '50' },
		/** Fraction of the full number of messages, e.g. 0.1 for a quick run. */
		scale: { type: 'string', default: '1' },
	},
});

const say = (line: string) => {
	if (!options.json) process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
	const roundTripMs = Number(options['round-trip']);
	const scale = Number(options.scale);
	const load = `load ${os.loadavg()[0].toFixed(1)} on ${os.cpus().length} cores`;
	say('Webhooks and loading …');
	const webhooks = webhookPath();
	const load_ms = loadTime();
	say('100 MB up and down …');
	const files = await inOwnProcess(Math.ceil(100 * scale));

	const side = await OtherSide.start(roundTripMs);
	const engine = await createEngine({ credentials: { whatsAppCloudApi: side.credential() } });
	say("At Meta's limit …");
	const limit = await atTheLimit(engine, side, Math.ceil(1000 * scale));
	say('Without a limit …');
	const rates = await ratesWithoutLimit(engine, side, Math.ceil(2000 * scale));
	say('Fault storm …');
	const storm = await faultStorm(engine, side, Math.ceil(1000 * scale));
	await engine.close();
	side.close();

	const figures: Figures = {
		date: new Date().toISOString().slice(0, 10),
		node: process.version,
		load,
		roundTripMs,
		limit,
		rates,
		storm,
		files,
		webhooks,
		load_ms,
	};
	if (options.json) process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
	else print(figures);
	if (options.write) {
		writeFileSync(path.join(__dirname, 'RESULTS.md'), markdown(figures));
		writeFileSync(path.join(__dirname, 'chart.svg'), chart(figures));
	}
}

function print(figures: Figures): void {
	say('');
	for (const [what, measured, holds] of verdicts(figures)) {
		say(`${holds ? '✔' : '✘'} ${what}: ${measured}`);
	}
	say('');
	for (const rate of figures.rates) {
		const { name, perSecond, cpuPerMessage, connections } = rate;
		say(
			`  ${name.padEnd(32)} ${String(perSecond).padStart(6)} messages/s  ${String(cpuPerMessage).padStart(5)} ms CPU each  ${String(connections).padStart(5)} connections`,
		);
	}
	say('');
	for (const { name, ours, bare } of figures.webhooks) {
		say(`  webhook, ${name.padEnd(24)} ${ours} µs, bare ${bare} µs`);
	}
	say(`  storm: ${JSON.stringify(figures.storm.outcomes)} in ${figures.storm.seconds} s`);
	say(
		`  loading: ${figures.load_ms.package} ms after n8n-workflow's ${figures.load_ms.n8nWorkflow} ms`,
	);
}

async function inOwnProcess(megabytes: number): Promise<Figures['files']> {
	const child = fork(path.join(__dirname, 'files.ts'), [String(megabytes)], {
		execArgv: ['--expose-gc', '--import', 'tsx'],
	});
	const died = once(child, 'exit').then(() => undefined);
	const answer = await Promise.race([once(child, 'message'), died]);
	if (!answer) throw new Error('Measuring the files came to nothing, see above');
	return answer[0] as Figures['files'];
}

main().catch((reason: unknown) => {
	process.stderr.write(`${String((reason as Error)?.stack ?? JSON.stringify(reason))}\n`);
	process.exit(1);
});
