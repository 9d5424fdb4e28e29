/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withOperations } from '../../../docs/generate/operations';
import { pages } from '../../../docs/generate/pages';

describe('generated documentation', () => {
	it.each(Object.entries(pages))('docs/%s is what `npm run docs` writes', (name, content) => {
		expect(readFileSync(path.join(__dirname, '../../../docs', name), 'utf8')).toBe(content());
	});

	it('lists every operation in the README', () => {
		const readme = readFileSync(path.join(__dirname, '../../../README.md'), 'utf8');
		expect(readme).toBe(withOperations(readme));
	});
});
