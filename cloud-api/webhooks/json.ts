/** No delivery of Meta's nests deeper than about fifteen levels; what goes far beyond would break whoever serialises it. */
const MAX_DEPTH = 1000;

/** Written by Meta as a bare number that may exceed what a JavaScript number holds exactly. */
const BARE_ID = /"message_template_id":\s*(\d{16,})/g;

/**
 * Parses JSON from outside. Leaves `__proto__` out, keeps long template IDs exact (as text), and
 * refuses nesting that later code could choke on.
 *
 * @returns the value, or `undefined` when the text is not JSON or nested too deeply
 */
export function parseJson(source: string): unknown {
	// Whatever opens must close: a shorter text cannot be deeper.
	if (source.length > 2 * MAX_DEPTH && isTooDeep(source)) return undefined;
	const json = source.includes('"message_template_id"')
		? source.replace(BARE_ID, '"message_template_id":"$1"')
		: source;
	try {
		// The reviver is slow, and no honest delivery spells the name, plainly or in escapes.
		return json.includes('__proto__') || (json.includes('\\u00') && /\\u00[57]/i.test(json))
			? JSON.parse(json, withoutPrototype)
			: JSON.parse(json);
	} catch {
		return undefined;
	}
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
