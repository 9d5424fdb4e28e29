/** A JSON value with its place in the text: offsets of its first character and of the one behind it. */
export type JsonNode = { start: number; end: number } & (
	| { type: 'object'; members: Member[] }
	| { type: 'array'; items: JsonNode[] }
	| { type: 'string'; value: string }
	| { type: 'number'; value: number }
	| { type: 'boolean'; value: boolean }
	| { type: 'null' }
);

/** One `"key": value` of an object. */
export interface Member {
	key: string;
	/** The place of the key, with its quotes. */
	keyStart: number;
	keyEnd: number;
	value: JsonNode;
}

/** Text that is not JSON; `offset` is the place of the first character that does not fit. */
export class JsonSyntaxError extends Error {
	constructor(
		message: string,
		readonly offset: number,
	) {
		super(message);
		this.name = 'JsonSyntaxError';
	}
}

/** Meta's deepest documented nesting has about 20 levels; a hostile text must not exhaust the stack. */
const MAX_DEPTH = 200;
const WHITESPACE = /[ \t\n\r]*/y;
// Written so that a long text (a picture as Base64) costs no backtracking; JSON.parse checks the content.
const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_]\w*/y;

/**
 * Parses JSON as `JSON.parse` does, and keeps the place of every value.
 *
 * @throws JsonSyntaxError when the text is not JSON (RFC 8259) or nests deeper than 200 levels
 */
export function parseJson(text: string): JsonNode {
	return new Parser(text).document();
}

class Parser {
	private offset = 0;

	constructor(private readonly text: string) {}

	document(): JsonNode {
		if (this.text.startsWith('\ufeff')) this.offset = 1;
		const node = this.value(0);
		this.space();
		if (this.offset < this.text.length) this.fail('There is text behind the end of the JSON');
		return node;
	}

	private value(depth: number): JsonNode {
		if (depth > MAX_DEPTH) this.fail(`The JSON nests deeper than ${MAX_DEPTH} levels`);
		this.space();
		const start = this.offset;
		const first = this.text[start];
		if (first === '{') return this.object(start, depth);
		if (first === '[') return this.array(start, depth);
		if (first === '"') {
			const value = this.string();
			return { type: 'string', value, start, end: this.offset };
		}
		const number = this.match(NUMBER);
		if (number !== undefined)
			return { type: 'number', value: Number(number), start, end: this.offset };
		const word = this.match(WORD);
		if (word === 'true' || word === 'false')
			return { type: 'boolean', value: word === 'true', start, end: this.offset };
		if (word === 'null') return { type: 'null', start, end: this.offset };
		this.offset = start;
		return this.fail(first === undefined ? 'The JSON ends too early' : this.unexpected('a value'));
	}

	private object(start: number, depth: number): JsonNode {
		const members: Member[] = [];
		this.offset++;
		this.space();
		if (this.take('}')) return { type: 'object', members, start, end: this.offset };
		do {
			this.space();
			const keyStart = this.offset;
			if (this.text[keyStart] !== '"') this.fail(this.unexpected('a key in double quotes'));
			const key = this.string();
			const keyEnd = this.offset;
			this.space();
			if (!this.take(':')) this.fail(this.unexpected('a colon'));
			members.push({ key, keyStart, keyEnd, value: this.value(depth + 1) });
			this.space();
		} while (this.take(','));
		if (!this.take('}')) this.fail(this.unexpected('a comma or }'));
		return { type: 'object', members, start, end: this.offset };
	}

	private array(start: number, depth: number): JsonNode {
		const items: JsonNode[] = [];
		this.offset++;
		this.space();
		if (this.take(']')) return { type: 'array', items, start, end: this.offset };
		do {
			items.push(this.value(depth + 1));
			this.space();
		} while (this.take(','));
		if (!this.take(']')) this.fail(this.unexpected('a comma or ]'));
		return { type: 'array', items, start, end: this.offset };
	}

	private string(): string {
		const start = this.offset;
		const literal = this.match(STRING);
		if (literal === undefined) return this.fail('The text in double quotes does not end');
		try {
			return JSON.parse(literal) as string;
		} catch {
			this.offset = start;
			return this.fail(
				'The text in double quotes has a line break, a control character, or an unknown escape',
			);
		}
	}

	private space(): void {
		this.match(WHITESPACE);
	}

	private match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.offset;
		const found = pattern.exec(this.text)?.[0];
		if (found !== undefined) this.offset += found.length;
		return found;
	}

	private take(character: string): boolean {
		if (this.text[this.offset] !== character) return false;
		this.offset++;
		return true;
	}

	private unexpected(wanted: string): string {
		const found = this.text[this.offset];
		return found === undefined
			? `The JSON ends where ${wanted} is expected`
			: `${JSON.stringify(found)} stands where ${wanted} is expected`;
	}

	private fail(message: string): never {
		throw new JsonSyntaxError(message, this.offset);
	}
}
