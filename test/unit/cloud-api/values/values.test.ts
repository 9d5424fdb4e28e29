import { Parameters } from '../../../../nodes/WhatsAppCloud/runtime/parameters';
import type { Credential } from '../../../../nodes/shared/credential';
import type { IExecuteFunctions } from 'n8n-workflow';

/** Parameters as n8n resolves them, in a workflow of New York. */
function parametersOf(input: Record<string, unknown>): Parameters {
	const context = {
		getTimezone: () => 'America/New_York',
		getNode: () => ({ parameters: input }),
		getNodeParameter: (name: string) => input[name] ?? null,
	};
	return new Parameters(context as unknown as IExecuteFunctions, 0, {} as Credential);
}

const field = (path: string) => expect.objectContaining({ field: path });

describe('the values of a form', () => {
	it('distinguishes an option that was not added from one whose expression returns nothing', () => {
		expect(parametersOf({ options: {} }).group('options').optionalFlag('dryRun')).toBeUndefined();
		expect(() =>
			parametersOf({ options: { dryRun: undefined } })
				.group('options')
				.flag('dryRun'),
		).toThrow(field('options.dryRun'));
	});

	it('reads options as strictly as parameters', () => {
		const options = (value: unknown) => parametersOf({ options: { value } }).group('options');
		expect(options('true').flag('value')).toBe(true);
		expect(() => options('yes').flag('value')).toThrow(field('options.value'));
		expect(() => options({}).text('value')).toThrow(field('options.value'));
		expect(() => options([]).number('value')).toThrow(field('options.value'));
		expect(options('2027-12-24T18:00').date('value')?.toISOString()).toBe(
			'2027-12-24T23:00:00.000Z',
		);
		expect(() => options('c').choice('value', ['a', 'b'])).toThrow(/not one of the choices/);
	});

	it('reads rows of a form, of a list, and of nothing', () => {
		const rows = (buttons: unknown) =>
			parametersOf({ buttons })
				.rows('buttons', 'button', 'title')
				.map((row) => row.text('title'));
		expect(rows({ button: [{ title: 'Yes' }, { title: 'No' }] })).toEqual(['Yes', 'No']);
		expect(rows([{ title: 'Yes' }])).toEqual(['Yes']);
		expect(rows(['Yes', 2])).toEqual(['Yes', '2']);
		expect(rows({})).toEqual([]);
		expect(rows(undefined)).toEqual([]);
		expect(() => rows([[]])).toThrow(/Entry 1 is a list/);
		expect(() => rows('Yes')).not.toThrow();
	});

	it('names a row by its position', () => {
		const [, second] = parametersOf({ buttons: { button: [{}, { title: {} }] } }).rows(
			'buttons',
			'button',
		);
		expect(() => second.text('title')).toThrow(field('buttons[1].title'));
	});

	it('rejects unknown fields, unless they are empty', () => {
		const group = (value: object) => parametersOf({ group: value }).group('group');
		expect(() => group({ title: 'a', colour: 'red' }).only(['title'])).toThrow(
			/"colour" is not a field of this list/,
		);
		expect(group({ title: 'a', colour: '' }).only(['title']).text('title')).toBe('a');
	});

	it('reads several texts from text, from a list, and from JSON', () => {
		const texts = (ids: unknown) => parametersOf({ ids }).texts('ids');
		expect(texts('a, b;c\nd,')).toEqual(['a', 'b', 'c', 'd']);
		expect(texts(['a', 2])).toEqual(['a', '2']);
		expect(texts('["a", "b"]')).toEqual(['a', 'b']);
		expect(() => texts(['a', {}])).toThrow(field('ids[1]'));
	});

	it('rejects a value that is not a group', () => {
		expect(() => parametersOf({ options: 'a' }).group('options')).toThrow(
			/group of values is expected/,
		);
		expect(() => parametersOf({ options: [] }).group('options')).toThrow(
			/group of values is expected/,
		);
	});
});
