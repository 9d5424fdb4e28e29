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
