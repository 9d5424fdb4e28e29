/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resources } from '../../../../nodes/WhatsAppCloud/resources';
import type { Operation, Resource } from '../../../../nodes/WhatsAppCloud/runtime/operation';

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

describe('the schema of an operation that sends holds what its options add to the output', () => {
	const ADDED: ReadonlyArray<[field: string, output: string[]]> = [
		['recipient', ['messageId', 'recipient', 'messageStatus']],
		// A template may go to a group, also instead of a message that groups do not take.
		['closedWindow', ['groupId']],
		['closedWindow', ['sentAs', 'template', 'language', 'cleanedValues', 'flowToken']],
		['typingFirst', ['typingError']],
		['alternateFormat', ['alternateFormatOf']],
	];
	const operations = resources
		.flatMap((resource) => resource.operations.map((operation) => ({ resource, operation })))
		// Its output is the answer.
		.filter(({ operation }) => operation.sends && operation.value !== 'sendAndWait');

	it.each(operations.map(({ resource, operation }) => [operation.name, resource, operation]))(
		'%s',
		(_, resource, operation) => {
			const { value, fields } = operation as Operation;
			const options = fields.find(({ name }) => name === 'options')?.options ?? [];
			const names = [...fields, ...options].map(({ name }) => name);
			const file = path.join(SCHEMAS, (resource as Resource).value, `${value}.json`);
			const { properties } = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
			const wanted = ADDED.filter(([field]) => names.includes(field)).flatMap(([, added]) => added);
			expect(Object.keys(properties)).toEqual(expect.arrayContaining(wanted));
		},
	);
});
