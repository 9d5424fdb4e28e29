/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { resources } from '../../../../nodes/WhatsAppCloud/resources';

const SCHEMAS = path.join(__dirname, '../../../../nodes/WhatsAppCloud/__schema__/v1.0.0');

it('has an output schema for each operation of each resource, and for nothing else', () => {
	const there = readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.split(path.sep).join('/'));
	const wanted = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}/${operation.value}.json`),
	);
	expect(there.sort()).toEqual(wanted.sort());
});
