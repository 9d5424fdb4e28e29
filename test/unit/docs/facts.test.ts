/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe('facts that the documentation repeats', () => {
	it('README links to every example', () => {
		const examples = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
			name.endsWith('.json'),
		);
		expect(examples.length).toBeGreaterThan(10);
		const readme = read('README.md');
		expect(examples.filter((name) => !readme.includes(`(examples/${name})`))).toEqual([]);
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

/** Returns numbers of more than one digit, without thousands separators; a date yields its parts. */
function numbersIn(text: string): string[] {
	return (text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).filter(
		(number) => number.length > 1,
	);
}
