import fc from 'fast-check';
import { checkDefinition } from '../../../../cloud-api/templates/definition/check';
import { readDefinition } from '../../../../cloud-api/templates/definition/definition';
import { definitionFromForm } from '../../../../cloud-api/templates/definition/form';
import { messageComponents } from '../../../../cloud-api/templates/parameters/components';
import { checkValues } from '../../../../cloud-api/templates/parameters/check';
import { parameterFields } from '../../../../cloud-api/templates/parameters/fields';
import { renderTemplate } from '../../../../cloud-api/templates/rendering';
import {
	fillVariables,
	normaliseVariables,
	variablesIn,
} from '../../../../cloud-api/templates/variables';

const word = fc.stringMatching(/^[a-z]{1,8}$/);
/** Single spaces only: Meta rejects more than four in a row. */
const value = fc.stringMatching(/^[A-Za-z0-9]{1,6}( [A-Za-z0-9]{1,6}){0,2}$/);
const variable = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);

/** A body in which three words stand before, between and after its variables. */
const bodyOf = (names: string[], words: string[]) =>
	names.map((name) => `${words.join(' ')} {{${name}}} `).join('') + words.join(' ');
const words = fc.array(word, { minLength: 3, maxLength: 4 });
const names = fc.oneof(
	fc.integer({ min: 0, max: 6 }).map((n) => Array.from({ length: n }, (_, i) => String(i + 1))),
	fc.uniqueArray(variable, { minLength: 1, maxLength: 6 }),
);

it('a form with a sample for every variable passes, and its values come back in the preview', () => {
	fc.assert(
		fc.property(
			names,
			words,
			fc.array(value, { minLength: 6, maxLength: 6 }),
			(vars, text, all) => {
				const body = bodyOf(vars, text);
				const samples = Object.fromEntries(vars.map((name, index) => [name, all[index]]));
				const definition = readDefinition(
					definitionFromForm({
						name: 'a_name',
						language: 'en',
						category: 'UTILITY',
						body: { text: body, samples },
					}),
				);
				expect(checkDefinition(definition).list).toEqual([]);
				const { components = [] } = definition;
				const fields = parameterFields({ components });
				expect(fields.map(({ id }) => id)).toEqual(vars.map((name) => `body.${name}`));
				const values = Object.fromEntries(vars.map((name, index) => [`body.${name}`, all[index]]));
				expect(checkValues(values, { fields, template: { components }, now: 0 }).list).toEqual([]);
				expect(renderTemplate({ components }, values).body).toBe(
					fillVariables(body, (name) => samples[name]),
				);
				const [sent] = messageComponents(values) as Array<{ parameters: unknown[] }>;
				expect(sent?.parameters ?? []).toHaveLength(vars.length);
			},
		),
	);
});

it('no text can make the check throw, and square brackets mean the same as braces', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), names, (noise, vars) => {
			const braces = `${noise} ${vars.map((name) => `{{${name}}}`).join(' and ')}`;
			const square = `${noise} ${vars.map((name) => `[[${name}]]`).join(' and ')}`;
			fc.pre(!/[{}[\]]/.test(noise));
			expect(variablesIn(normaliseVariables(square))).toEqual(variablesIn(braces));
			const components = [{ type: 'BODY', text: square }];
			expect(() =>
				checkDefinition(
					readDefinition({ name: noise, language: noise, category: noise, components }),
				),
			).not.toThrow();
		}),
	);
});
