/** One entry of `?fields=`: `analytics.start(1).end(2)`, `health_status`, `owner{id,name}`. */
export interface FieldRequest {
	name: string;
	args: Record<string, string>;
	fields?: FieldRequest[];
}

/** Splits at commas outside of brackets. */
function split(text: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < text.length; i++) {
		if ('({['.includes(text[i])) depth++;
		else if (')}]'.includes(text[i])) depth--;
		else if (text[i] === ',' && depth === 0) {
			parts.push(text.slice(start, i));
			start = i + 1;
		}
	}
	parts.push(text.slice(start));
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Parses a field selection with arguments and nested fields, as the Graph API does. */
export function parseFields(text: string): FieldRequest[] {
	return split(text).map((part) => {
		const nested = /^([^{]*)\{(.*)\}$/s.exec(part);
		const head = nested ? nested[1] : part;
		const name = /^[\w]+/.exec(head)?.[0] ?? head;
		const args: Record<string, string> = {};
		for (const [, key, value] of head.slice(name.length).matchAll(/\.(\w+)\(([^)]*)\)/g)) {
			args[key] = value;
		}
		return { name, args, ...(nested ? { fields: parseFields(nested[2]) } : {}) };
	});
}
