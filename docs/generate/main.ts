/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pages } from './pages';

for (const [name, content] of Object.entries(pages)) {
	writeFileSync(path.join(__dirname, '..', name), content());
}
