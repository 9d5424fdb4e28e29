/** No delivery of Meta's nests deeper than about fifteen levels; what goes far beyond would break whoever serialises it. */
const MAX_DEPTH = 1000;

/** A field whose value is a number of so many digits that a JavaScript number may not hold it exactly. */
const LONG_NUMBER = /("[^"\\]{1,100}"\s*:\s*)(\d{16,})(?=[\s,}])/g;
const HAS_LONG_NUMBER = /"\s*:\s*\d{16}/;

/**
 * Parses JSON from outside. Leaves `__proto__` out, keeps IDs exact that are too long for a JavaScript
 * number (as text; all other numbers stay numbers), and rejects nesting that later code could choke on.
 *
 * @returns the value, or `undefined` when the text is not JSON or nested too deeply
 */
export function parseJson(source: string): unknown {
	// Whatever opens must close: a shorter text cannot be deeper.
	if (source.length > 2 * MAX_DEPTH && isTooDeep(source)) return undefined;
	const json = HAS_LONG_NUMBER.test(source) ? source.replace(LONG_NUMBER, exact) : source;
	try {
		// The reviver is slow, and no honest delivery spells the name, plainly or in escapes.
		return json.includes('__proto__') || (json.includes('\\u00') && /\\u00[57]/i.test(json))
			? JSON.parse(json, withoutPrototype)
			: JSON.parse(json);
	} catch {
		return undefined;
	}
}

/** The same field, its number as text if a JavaScript number cannot hold it. */
function exact(whole: string, name: string, digits: string): string {
	return String(Number(digits)) === digits ? whole : `${name}"${digits}"`;
}

function withoutPrototype(this: unknown, key: string, value: unknown): unknown {
	return key === '__proto__' ? undefined : value;
}

const QUOTE = 34;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

function isTooDeep(source: string): boolean {
	let depth = 0;
	for (let i = 0; i < source.length; i++) {
		const code = source.charCodeAt(i);
		if (code === QUOTE) {
			i = endOfString(source, i + 1);
		} else if (code === OPEN_LIST || code === OPEN_OBJECT) {
			if (++depth > MAX_DEPTH) return true;
		} else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
			depth--;
		}
	}
	return false;
}

/** Index of the quote that closes the string; the text's end when none does. */
function endOfString(source: string, from: number): number {
	for (let end = source.indexOf('"', from); end !== -1; end = source.indexOf('"', end + 1)) {
		let backslashes = 0;
		while (source.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
		if (backslashes % 2 === 0) return end;
	}
	return source.length;
}
