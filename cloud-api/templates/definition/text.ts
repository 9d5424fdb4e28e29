import { characters } from '../../messages/schema';
import type { TemplateComponent } from '../template';
import { hasStrayBraces, isNamed, isPositional, variablesIn, withoutVariables } from '../variables';
import {} from './limits';
import type { Refusals } from './refusals';
import { samplesOf } from './samples';

const ADJACENT = /\}\}\s*\{\{/;
/** A word; in scripts written without blanks every character counts as one. */
const WORD =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

export interface TextRules {
	/** Where, in the definition, e.g. `cards[0].body`. */
	field: string;
	/** Where, for a person, e.g. `Card 1 body`. */
	where: string;
	max: number;
	maxVariables?: number;
	/** Whether it may not start or end with a variable, and needs enough words around them. */
	running?: boolean;
}

/** What Meta refuses in a text with variables: its length, the variables' names and places, their samples. */
export function checkText(
	component: TemplateComponent,
	{ field, where, max, maxVariables = Infinity, running = false }: TextRules,
	refusals: Refusals,
): void {
	const text = component.text ?? '';
	if (text.trim() === '') {
		refusals.add(field, `${where} has no text`, `Write the text of the ${lower(where)}.`);
		return;
	}
	refusals.when(
		characters(text) > max,
		field,
		`${where} has ${characters(text)} characters, Meta takes ${max}`,
		`Shorten the ${lower(where)} by ${characters(text) - max} characters; variables count with their braces.`,
	);
	refusals.when(
		hasStrayBraces(text),
		field,
		`${where} has braces that make no variable`,
		'Write every variable with two braces on each side, {{1}} or {{first_name}}, or with square ones: [[1]].',
	);
	const variables = variablesIn(text);
	if (variables.length === 0) return;
	checkNames(variables, field, where, refusals);
	refusals.when(
		variables.length > maxVariables,
		field,
		`${where} has ${variables.length} variables, Meta takes ${maxVariables}`,
		`Keep ${maxVariables} variable in the ${lower(where)} and move the others to the body.`,
	);
	if (running) checkPlaces(text, field, where, refusals);
	checkSamples(component, variables, field, where, refusals);
}

function checkNames(
	variables: readonly string[],
	field: string,
	where: string,
	refusals: Refusals,
): void {
	const numbers = variables.filter(isPositional);
	const names = variables.filter((name) => !isPositional(name));
	refusals.when(
		numbers.length > 0 && names.length > 0,
		field,
		`${where} mixes numbered and named variables: ${list(variables)}`,
		'Use numbers everywhere ({{1}}, {{2}}) or names everywhere ({{first_name}}).',
	);
	for (const name of names.filter((each) => !isNamed(each))) {
		const suggestion = name
			.toLowerCase()
			.replace(/[^a-z0-9_]+/g, '_')
			.replace(/^[_0-9]+|_+$/g, '');
		refusals.add(
			field,
			`${where} has the variable {{${name}}}, whose name Meta does not take`,
			`Use lower case letters, digits and underscores${suggestion ? `: {{${suggestion}}}` : ', for example {{first_name}}'}.`,
		);
	}
	if (names.length > 0) return;
	const missing = numbers
		.map((_, index) => String(index + 1))
		.filter((number) => !numbers.includes(number));
	refusals.when(
		missing.length > 0,
		field,
		`${where} uses ${list(numbers)} but not ${list(missing)}`,
		'Number the variables from {{1}} without a gap.',
	);
}

function checkPlaces(text: string, field: string, where: string, refusals: Refusals): void {
	const trimmed = text.trim();
	refusals.when(
		trimmed.startsWith('{{'),
		field,
		`${where} starts with a variable`,
		'Put at least a word before the first variable, for example "Hello {{1}}".',
	);
	refusals.when(
		trimmed.endsWith('}}'),
		field,
		`${where} ends with a variable`,
		'Put text after the last variable; a closing sentence is safest.',
	);
	refusals.when(
		ADJACENT.test(text),
		field,
		`${where} has two variables side by side`,
		'Put words between them, or join them to one variable.',
	);
	const count = [...text.matchAll(/\{\{[^{}]*\}\}/g)].length;
	const words = withoutVariables(text).match(WORD)?.length ?? 0;
	refusals.when(
		words < 2 * count + 1,
		field,
		`${where} has ${count} variable${count === 1 ? '' : 's'} in ${words} word${words === 1 ? '' : 's'}, which is too dense for Meta`,
		`Use at least ${2 * count + 1} words around ${count === 1 ? 'it' : 'them'}, or fewer variables.`,
	);
}

function checkSamples(
	component: TemplateComponent,
	variables: readonly string[],
	field: string,
	where: string,
	refusals: Refusals,
): void {
	const samples = samplesOf(component);
	const missing = variables.filter((name) => !samples[name]?.trim());
	refusals.when(
		missing.length > 0,
		field,
		`${where} has no sample for ${list(missing)}`,
		`Give a made-up but realistic value for each; Meta's reviewers read the text with them.`,
	);
	const surplus = Object.keys(samples).filter((name) => !variables.includes(name));
	refusals.when(
		surplus.length > 0,
		field,
		`${where} has a sample for ${list(surplus)}, which the text does not use`,
		'Take the sample out, or use the variable in the text.',
	);
}

function list(variables: readonly string[]): string {
	return variables.map((name) => `{{${name}}}`).join(', ');
}

function lower(where: string): string {
	return where.charAt(0).toLowerCase() + where.slice(1);
}
