/** Names between double braces, in the order of the text, repetitions included. */
export function variablesIn(text: string): string[] {
	return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name]) => name);
}

export function distinct(names: string[]): string[] {
	return [...new Set(names)];
}

/** The text with its variables replaced. */
export function fill(text: string, values: Map<string, string>): string {
	return text.replace(
		/\{\{\s*([^{}]*?)\s*\}\}/g,
		(whole, name: string) => values.get(name) ?? whole,
	);
}
