import { characters } from '../../messages/schema';
import type { TemplateComponent } from '../template';
import { hasStrayBraces, isNamed, isPositional, variablesIn, withoutVariables } from '../variables';
import type { Problems } from './problems';
import { samplesOf } from './samples';

const ADJACENT = /\}\}\s*\{\{/;
/** A word; in scripts without spaces every character counts as one. */
const WORD =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

export interface TextRules {
	/** Path in the definition, e.g. `cards[0].body`. */
	field: string;
	/** The name in messages, e.g. `Card 1 body`. */
	where: string;
	max: number;
	maxVariables?: number;
	/** Whether the text must not start or end with a variable and needs enough words around variables. */
	running?: boolean;
}

/** Checks a text with variables: length, names and positions of the variables, and sample values. */
export function checkText(
	component: TemplateComponent,
	{ field, where, max, maxVariables = Infinity, running = false }: TextRules,
	problems: Problems,
): void {
	const text = component.text ?? '';
	if (text.trim() === '') {
		problems.add(field, `${where} has no text`, `Enter the text of the ${lower(where)}.`);
		return;
	}
	problems.when(
		characters(text) > max,
		field,
		`${where} has ${characters(text)} characters; the limit is ${max}`,
		`Shorten the ${lower(where)} by ${characters(text) - max} characters. Variables count with their braces.`,
	);
	problems.when(
		hasStrayBraces(text),
		field,
		`${where} has braces that are not a variable`,
		'Write every variable with two brackets on each side: [[1]] or [[first_name]].',
	);
	const variables = variablesIn(text);
	checkSamples(component, variables, field, where, problems);
	if (variables.length === 0) return;
	checkNames(variables, field, where, problems);
	problems.when(
		variables.length > maxVariables,
		field,
		`${where} has ${variables.length} variables; the limit is ${maxVariables}`,
		`Keep ${maxVariables} variable in the ${lower(where)}, and move the others to the body.`,
	);
	if (running) checkPlaces(text, field, where, problems);
}

function checkNames(
	variables: readonly string[],
	field: string,
	where: string,
	problems: Problems,
): void {
	const numbers = variables.filter(isPositional);
	const names = variables.filter((name) => !isPositional(name));
	problems.when(
		numbers.length > 0 && names.length > 0,
		field,
		`${where} mixes numbered and named variables: ${list(variables)}`,
		'Use only numbers ([[1]], [[2]]) or only names ([[first_name]]).',
	);
	for (const name of names.filter((each) => !isNamed(each))) {
		const suggestion = name
			.toLowerCase()
			.replace(/[^a-z0-9_]+/g, '_')
			.replace(/^[_0-9]+|_+$/g, '');
		problems.add(
			field,
			`${where} has the variable {{${name}}}, which is not a valid variable name`,
			`Use lowercase letters, digits, and underscores${suggestion ? `: [[${suggestion}]]` : ', for example [[first_name]]'}.`,
		);
	}
	if (names.length > 0) return;
	const missing = numbers
		.map((_, index) => String(index + 1))
		.filter((number) => !numbers.includes(number));
	problems.when(
		missing.length > 0,
		field,
		`${where} uses ${list(numbers)} but not ${list(missing)}`,
		'Number the variables from [[1]] without a gap.',
	);
}

function checkPlaces(text: string, field: string, where: string, problems: Problems): void {
	const trimmed = text.trim();
	problems.when(
		trimmed.startsWith('{{'),
		field,
		`${where} starts with a variable`,
		'Put at least one word before the first variable, for example "Hello [[1]]".',
	);
	problems.when(
		trimmed.endsWith('}}'),
		field,
		`${where} ends with a variable`,
		'Put text after the last variable, for example a closing sentence.',
	);
	problems.when(
		ADJACENT.test(text),
		field,
		`${where} has two variables side by side`,
		'Put words between them, or combine them in one variable.',
	);
	const count = [...text.matchAll(/\{\{[^{}]*\}\}/g)].length;
	const words = withoutVariables(text).match(WORD)?.length ?? 0;
	problems.when(
		words < 2 * count + 1,
		field,
		`${where} has ${count} variable${count === 1 ? '' : 's'} in ${words} word${words === 1 ? '' : 's'}, which is too few words`,
		`Use at least ${2 * count + 1} words around ${count === 1 ? 'it' : 'them'}, or fewer variables.`,
	);
}

function checkSamples(
	component: TemplateComponent,
	variables: readonly string[],
	field: string,
	where: string,
	problems: Problems,
): void {
	const samples = samplesOf(component);
	const missing = variables.filter((name) => !samples[name]?.trim());
	problems.when(
		missing.length > 0,
		field,
		`${where} has no sample value for ${list(missing)}`,
		`Enter a realistic example for each variable. Meta reviews the text with it.`,
	);
	const surplus = Object.keys(samples).filter((name) => !variables.includes(name));
	problems.when(
		surplus.length > 0,
		field,
		`${where} has a sample value for ${list(surplus)}, which is not in the text`,
		'Remove the sample value, or write the variable in the text as [[1]]. n8n reads a typed {{1}} as an expression.',
	);
}

function list(variables: readonly string[]): string {
	return variables.map((name) => `{{${name}}}`).join(', ');
}

function lower(where: string): string {
	return where.charAt(0).toLowerCase() + where.slice(1);
}
