/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resources } from '../../../nodes/WhatsAppCloud/resources';

const ROOT = path.join(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe('numbers that documents repeat', () => {
	it('README: the number of operations', () => {
		const operations = resources.flatMap((resource) => resource.operations).length;
		expect(read('README.md')).toContain(`with ${operations} operations`);
	});

	it('README: every example has its link', () => {
		const examples = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
			name.endsWith('.json'),
		);
		expect(examples.length).toBeGreaterThan(10);
		const readme = read('README.md');
		expect(examples.filter((name) => !readme.includes(`(examples/${name})`))).toEqual([]);
	});

	it('docs/sending-at-scale.md: the figures are those of the last benchmark', () => {
		const [, figures] = /^## Figures$([\s\S]*?)^## /m.exec(read('docs/sending-at-scale.md')) ?? [];
		const measured = new Set(numbersIn(read('bench/RESULTS.md')));
		const repeated = numbersIn(figures);
		expect(repeated.length).toBeGreaterThan(12);
		expect(repeated.filter((number) => !measured.has(number))).toEqual([]);
	});
});

/** Numbers of more than one digit, without commas between thousands; a date gives its parts. */
function numbersIn(text: string): string[] {
	return (text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).filter(
		(number) => number.length > 1,
	);
}
