/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chart } from './chart';
import { simulate, type Scenario } from './simulate';

const SEEDS = [7, 11, 13, 17, 19, 23];
const four = [500, 500, 500, 500];

const SCENARIOS: Scenario[] = [
	{ name: '1 process, right setting', messages: [2000], setting: 80, limit: 80 },
	{ name: '2 processes', messages: [1000, 1000], setting: 80, limit: 80 },
	{ name: '4 processes', messages: four, setting: 80, limit: 80 },
	{ name: '8 processes', messages: Array<number>(8).fill(250), setting: 80, limit: 80 },
	{
		name: '4 processes, begun one after another',
		messages: four,
		setting: 80,
		limit: 80,
		starts: [0, 700, 1500, 4000],
	},
	{ name: '2 processes, one with few messages', messages: [200, 1800], setting: 80, limit: 80 },
	{
		name: '4 processes, answers after 100 to 300 ms',
		messages: four,
		setting: 80,
		limit: 80,
		roundTrip: [100, 300],
	},
	{ name: '1 process, setting 1,000', messages: [2000], setting: 1000, limit: 80 },
	{ name: '4 processes, setting 320', messages: four, setting: 320, limit: 80 },
	{ name: '4 processes, setting 1,000', messages: four, setting: 1000, limit: 80 },
];

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Prints a row for each scenario; with `--write`, also writes the table and the chart beside this file. */
function main(): void {
	const rows = SCENARIOS.map((scenario) => {
		const outcomes = SEEDS.map((seed) => simulate(scenario, seed));
		const factors = outcomes.map(({ factor }) => factor);
		const rejections = outcomes.map((outcome) => 100 * outcome.rejections);
		return `| ${scenario.name} | ${mean(factors).toFixed(2)} × | ${Math.max(...factors).toFixed(2)} × | ${mean(rejections).toFixed(1)} % |`;
	});
	const table = [
		'# Several processes on one phone number',
		'',
		`Written by \`npm run simulation -- --write\`. The shipped limiter sends against a simulated phone number that accepts 80 messages within any second; the processes know nothing of each other. Time is compared with the ideal of one process with the right setting; ${SEEDS.length} runs for each row. No message is lost or doubled: a rejected one is sent again.`,
		'',
		'| Scenario | Time, mean | Time, worst | Rejections per message |',
		'| --- | --- | --- | --- |',
		...rows,
		'',
		'![Messages accepted per second, by process](chart.svg)',
		'',
	].join('\n');
	process.stdout.write(`${table}\n`);
	if (!process.argv.includes('--write')) return;
	writeFileSync(path.join(__dirname, 'RESULTS.md'), table);
	const shown = SCENARIOS.filter(({ name }) => /^4 processes(, begun|$)/.test(name));
	writeFileSync(
		path.join(__dirname, 'chart.svg'),
		chart(shown.map((scenario) => [scenario.name, simulate(scenario, SEEDS[0]).accepted])),
	);
}

main();
