import { capitalized, invalid, typeInWords, valid, type Reading } from './reading';

/** Models and chats put JSON into a code block. */
const CODE_BLOCK = /^```[a-z]*([^`]*)```$/i;

/** What people and programs write that JSON does not allow, and how to correct it. */
const MISTAKES: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/\[object [A-Z]\w*\]/,
		'An expression inserted an object: use {{ JSON.stringify($json.data) }}, or let the expression return the object.',
	],
	[/[“”„«»]/, 'Replace the typographic quotation marks “ ” by straight ones: ".'],
	[/,\s*[\]}]/, 'Remove the comma before the closing bracket.'],
	[/[{,[]\s*'|'\s*:/, 'Replace the single quotes by double quotes: ".'],
	[/[{,]\s*[A-Za-z_]\w*\s*:/, 'Put the names in double quotes, e.g. {"title": "Yes"}.'],
	[/:\s*(?:True|False|None|undefined|NaN)\b/, 'Write true, false, and null, without quotes.'],
	[/(?:^|[\s,{[])\/\/|\/\*/, 'Remove the comments: JSON has none.'],
];

/**
 * A value as JSON: text is parsed, also when it is JSON within a JSON text or in a code block, as AI models
 * write it; a value that an expression returns is used unchanged; `undefined` when nothing was entered.
 */
export function readJson(value: unknown): Reading<unknown> {
	if (typeof value === 'function')
		return invalid(
			`${capitalized(typeInWords(value))} was given where JSON is expected`,
			'Call the function: add () after its name.',
		);
	if (typeof value !== 'string') return valid(value ?? undefined);
	const trimmed = value.trim();
	const text = (CODE_BLOCK.exec(trimmed)?.[1] ?? trimmed).trim();
	if (text === '') return valid(undefined);
	try {
		const json = JSON.parse(text) as unknown;
		return typeof json === 'string' && /^\s*[[{]/.test(json) ? readJson(json) : valid(json);
	} catch (error) {
		const mistake = MISTAKES.find(([sign]) => sign.test(text))?.[1];
		return invalid(
			`The text is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
			mistake ??
				'Check quotes, commas, and brackets. In an expression, return an object or use JSON.stringify(…).',
		);
	}
}
