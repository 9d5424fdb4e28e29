/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withOperations } from './operations';
import { pages } from './pages';

for (const [name, content] of Object.entries(pages)) {
	writeFileSync(path.join(__dirname, '..', name), content());
}

const readme = path.join(__dirname, '../../README.md');
writeFileSync(readme, withOperations(readFileSync(readme, 'utf8')));
