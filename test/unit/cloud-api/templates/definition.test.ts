import { checkDefinition } from '../../../../cloud-api/templates/definition/check';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';
import metaDefinitions from './metaDefinitions.json';

const problemsOf = (input: unknown) => checkDefinition(readDefinition(input)).list;

describe('definitions that Meta documents as examples', () => {
	test.each(metaDefinitions.map(({ title, definition }) => [title, definition] as const))(
		'%s is accepted',
		(_, definition) => {
			expect(problemsOf(definition)).toEqual([]);
		},
	);
});

describe("a definition is normalized to the format of Meta's responses", () => {
	it('writes types in capitals, variables in braces, and names the parameter format', () => {
		const definition = readDefinition({
			name: ' greeting ',
			language: 'en_US',
			category: 'utility',
			components: [
				{
					type: 'body',
					text: 'Hello [[ first_name ]], welcome to {{ shop }} and have fun',
					example: {
						body_text_named_params: [
							{ param_name: 'first_name', example: 'Ana' },
							{ param_name: 'shop', example: 'Lucky Shrub' },
						],
					},
				},
				{ type: 'buttons', buttons: [{ type: 'url', text: 'Go', url: 'https://x.com/[[1]]' }] },
			],
		});
		expect(definition).toMatchObject({
			name: 'greeting',
			category: 'UTILITY',
			parameter_format: 'NAMED',
			components: [
				{ type: 'BODY', text: 'Hello {{first_name}}, welcome to {{shop}} and have fun' },
				{ type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://x.com/{{1}}' }] },
			],
		});
	});

	it('keeps unknown keys', () => {
		const definition = readDefinition({
			name: 'a',
			language: 'en',
			category: 'UTILITY',
			future_option: { yes: true },
			components: [{ type: 'HOLOGRAM', depth: 3 }],
		});
		expect(definition.future_option).toEqual({ yes: true });
		expect(definition.components?.[0]).toEqual({ type: 'HOLOGRAM', depth: 3 });
	});

	it.each([
		['a text', 'The definition is invalid: expected object, received string'],
		[{ name: 'a', components: 'BODY' }, 'components is invalid: expected array, received string'],
		[
			{ name: 'a', components: [{ format: 'TEXT' }, { type: 'BODY', text: 5 }] },
			'The definition cannot be read for 2 reasons: (1) components[0].type is invalid: required; (2) components[1].text is invalid: expected string, received number',
		],
	])('rejects %j', (input, message) => {
		expect(() => readDefinition(input)).toThrow(message);
	});
});
