import { capitalized, invalid, typeInWords, valid, type Reading } from './reading';

/**
 * A value as JSON: text is parsed, a value that an expression yields is taken as it is; `undefined` when
 * nothing was entered.
 */
export function readJson(value: unknown): Reading<unknown> {
	if (typeof value === 'function')
		return invalid(
			`${capitalized(typeInWords(value))} was given where JSON is expected`,
			'Call the function: add () behind its name.',
		);
	if (typeof value !== 'string') return valid(value ?? undefined);
	if (value.trim() === '') return valid(undefined);
	try {
		return valid(JSON.parse(value) as unknown);
	} catch (error) {
		return invalid(
			`The text is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
			'Check quotes, commas and brackets. In an expression, yield an object or use JSON.stringify(…).',
		);
	}
}
