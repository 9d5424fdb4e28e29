import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { WhatsAppCloud } from '../../../../nodes/WhatsAppCloud/WhatsAppCloud.node';
import { media } from '../../../../nodes/WhatsAppCloud/resources/media';
import { message } from '../../../../nodes/WhatsAppCloud/resources/message';

const operations = [...message.operations, ...media.operations].map(
	(operation) => [operation.name, operation] as const,
);

describe('an AI agent that uses an operation as its tool', () => {
	it.each(operations)('%s: reads in its description what it does', (_, { description }) => {
		expect(description.split(' ').length).toBeGreaterThanOrEqual(6);
	});

	it.each(operations)('%s: needs no list that has to be loaded', (_, { fields }) => {
		for (const { name, typeOptions, type, modes } of fields) {
			expect([name, typeOptions?.loadOptionsMethod]).toEqual([name, undefined]);
			if (type !== 'resourceLocator') continue;
			expect([name, modes?.some((mode) => mode.type === 'string')]).toEqual([name, true]);
		}
	});

	it.each(operations)('%s: can give every list of the form as JSON', (_, { fields }) => {
		const names = fields.map(({ name }) => name);
		for (const { name, type, typeOptions } of fields) {
			if (type === 'fixedCollection' && typeOptions?.multipleValues)
				expect(names).toContain(`${name}Json`);
		}
	});

	it.each(operations)(
		'%s: finds an explanation or an example at every text field',
		(_, { fields }) => {
			for (const { name, type, description, placeholder } of fields) {
				if (type === 'string')
					expect([name, description ?? placeholder]).not.toEqual([name, undefined]);
			}
		},
	);
});

it('offers an agent sending, and looking up templates and media, but nothing that manages the account', () => {
	const { usableAsTool } = new WhatsAppCloud().description;
	const { properties = [] } = (usableAsTool as { replacements: Partial<INodeTypeDescription> })
		.replacements;
	const optionsOf = (name: string) =>
		properties
			.filter((property) => property.name === name)
			.map(({ options = [] }) => (options as INodePropertyOptions[]).map(({ value }) => value));
	expect(optionsOf('resource')).toEqual([['message', 'template', 'media']]);
	const [sending, ...others] = optionsOf('operation');
	expect(['sendAndWait', ...sending].sort()).toEqual(
		message.operations.map(({ value }) => value).sort(),
	);
	expect(others.flat()).toEqual(['getAll', 'get', 'preview', 'get']);
	expect(properties[0]).toMatchObject({ name: 'authentication' });
});

it('never shows the token of Exchange Code in a stored execution', () => {
	expect(new WhatsAppCloud().description.sensitiveOutputFields).toEqual(['accessToken']);
});
