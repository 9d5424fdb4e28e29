/** How a template names its variables: `{{1}}`, `{{2}}` or `{{first_name}}`. */
export type ParameterFormat = 'POSITIONAL' | 'NAMED';

const VARIABLE = /\{\{([^{}]*)\}\}/g;
const SQUARE = /\[\[\s*([A-Za-z0-9_]+)\s*\]\]/g;

/**
 * Returns a text with variables in Meta's format: `[[1]]` becomes `{{1}}` (n8n's editor reads a typed `{{`
 * as an expression), and spaces inside the braces are removed.
 */
export function normaliseVariables(text: string): string {
	return text
		.replace(SQUARE, '{{$1}}')
		.replace(VARIABLE, (_, name: string) => `{{${name.trim()}}}`);
}

/** Returns the names of the variables in a text, each once, in order. */
export function variablesIn(text = ''): string[] {
	return [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name.trim()))];
}

/** Whether a variable is a number such as `{{1}}`. */
export function isPositional(name: string): boolean {
	return /^\d+$/.test(name);
}

/** Whether a name is a valid variable name: lowercase letters, digits, and underscores, not starting with a digit. */
export function isNamed(name: string): boolean {
	return /^[a-z_][a-z0-9_]*$/.test(name);
}

/** `NAMED` as soon as one variable is not a number; undefined without variables. */
export function parameterFormat(variables: readonly string[]): ParameterFormat | undefined {
	if (variables.length === 0) return undefined;
	return variables.every(isPositional) ? 'POSITIONAL' : 'NAMED';
}

/** Replaces variables with values; a variable without a value stays as it is. */
export function fillVariables(text: string, value: (name: string) => string | undefined): string {
	return text.replace(VARIABLE, (whole, name: string) => value(name.trim()) ?? whole);
}

/** Returns a text with every variable replaced by a space. */
export function withoutVariables(text: string): string {
	return text.replace(VARIABLE, ' ');
}

/** Whether a text has braces that are not a variable, e.g. `{{1}` or `{1}`. */
export function hasStrayBraces(text: string): boolean {
	return /\{\{|\}\}|\{\s*\w+\s*\}/.test(text.replace(VARIABLE, ' '));
}
