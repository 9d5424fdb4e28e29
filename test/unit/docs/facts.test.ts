/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

interface ExampleNode {
	type: string;
	typeVersion: number;
	parameters?: { mode?: string };
}

describe('facts that the documentation repeats', () => {
	it('README links to every example', () => {
		const examples = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
			name.endsWith('.json'),
		);
		expect(examples.length).toBeGreaterThan(10);
		const readme = read('README.md');
		expect(examples.filter((name) => !readme.includes(`(examples/${name})`))).toEqual([]);
	});

	it('no example uses what n8n 3 removes: agents below version 2, sub-workflows item by item', () => {
		const removed = readdirSync(path.join(ROOT, 'examples'))
			.filter((name) => name.endsWith('.json'))
			.flatMap((name) => {
				const { nodes } = JSON.parse(read(`examples/${name}`)) as { nodes: ExampleNode[] };
				return nodes
					.filter(
						({ type, typeVersion, parameters }) =>
							(type === '@n8n/n8n-nodes-langchain.agent' && typeVersion < 2) ||
							(type === 'n8n-nodes-base.executeWorkflow' && parameters?.mode === 'each'),
					)
					.map(({ type }) => `${name}: ${type}`);
			});
		expect(removed).toEqual([]);
	});

	it('n8n is told its address by both names of the variable, wherever a text names one', () => {
		const texts = [
			'README.md',
			...readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`),
		]
			.filter((name) => name.endsWith('.md'))
			.flatMap((name) =>
				read(name)
					.split('\n')
					.map((line) => [name, line]),
			);
		const one = texts.filter(
			([, line]) => /\bWEBHOOK_URL/.test(line) && !/N8N_WEBHOOK_URL/.test(line),
		);
		expect(one).toEqual([]);
	});

	it('README links to every guide', () => {
		const guides = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
		const readme = read('README.md');
		expect(guides.filter((name) => !readme.includes(`(docs/${name})`))).toEqual([]);
	});

	it('docs/sending-at-scale.md shows the figures of the latest benchmark', () => {
		const [, figures] = /^## Figures$([\s\S]*?)^## /m.exec(read('docs/sending-at-scale.md')) ?? [];
		const measured = new Set(numbersIn(read('bench/RESULTS.md')));
		const repeated = numbersIn(figures);
		expect(repeated.length).toBeGreaterThan(12);
		expect(repeated.filter((number) => !measured.has(number))).toEqual([]);
	});
});

/** Returns numbers of more than one digit, without thousands separators; a date counts as its parts. */
function numbersIn(text: string): string[] {
	return (text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).filter(
		(number) => number.length > 1,
	);
}
