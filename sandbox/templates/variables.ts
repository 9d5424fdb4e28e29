/** Names of the variables in a text, in order, including repetitions. */
export function variablesIn(text: string): string[] {
	return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name]) => name);
}

export function distinct(names: string[]): string[] {
	return [...new Set(names)];
}

/** Replaces the variables of a text. */
export function fill(text: string, values: Map<string, string>): string {
	return text.replace(
		/\{\{\s*([^{}]*?)\s*\}\}/g,
		(whole, name: string) => values.get(name) ?? whole,
	);
}
