/** A place in a text. Lines and columns start at 1; the end column is the last character. */
export interface Range {
	line_start: number;
	line_end: number;
	column_start: number;
	column_end: number;
}

/** Keys and indexes from the root to a value. */
export type Path = Array<string | number>;

/** A JSON text with the places of its keys and values. */
export interface PositionedJson {
	value: unknown;
	/** The place of the value at a path, or of the nearest parent that exists. */
	valueAt(path: Path): Range;
	/** The place of the key that a path ends with, or of the value if it has none. */
	keyAt(path: Path): Range;
}

/** A text that is not JSON. */
export class JsonSyntaxError extends Error {
	constructor(
		message: string,
		readonly range: Range,
	) {
		super(message);
	}
}

const id = (path: Path) => JSON.stringify(path);
const WORDS: Array<[string, unknown]> = [
	['true', true],
	['false', false],
	['null', null],
];
/** Nesting at which the reader gives up. */
const MAX_DEPTH = 200;

/** Reads JSON and remembers where everything is. Throws {@link JsonSyntaxError}. */
export function readJson(text: string): PositionedJson {
	const reader = new Reader(text);
	const value = reader.document();
	const nearest = (path: Path): Range => {
		for (let length = path.length; length > 0; length--) {
			const found = reader.values.get(id(path.slice(0, length)));
			if (found) return reader.range(...found);
		}
		return reader.range(...(reader.values.get(id([])) ?? [0, text.length]));
	};
	return {
		value,
		valueAt: nearest,
		keyAt: (path) => {
			const found = reader.keys.get(id(path));
			return found ? reader.range(...found) : nearest(path);
		},
	};
}

class Reader {
	readonly values = new Map<string, [number, number]>();
	readonly keys = new Map<string, [number, number]>();
	private at = 0;
	private readonly lines: number[] = [0];

	constructor(private readonly text: string) {
		for (let i = 0; i < text.length; i++) if (text[i] === '\n') this.lines.push(i + 1);
	}

	document(): unknown {
		const value = this.value([]);
		this.space();
		if (this.at < this.text.length) throw this.unexpected();
		return value;
	}

	/** `end` is exclusive. */
	range(start: number, end: number): Range {
		const [from, to] = [this.place(start), this.place(Math.max(start, end - 1))];
		return {
			line_start: from.line,
			line_end: to.line,
			column_start: from.column,
			column_end: to.column,
		};
	}

	private place(offset: number): { line: number; column: number } {
		let [low, high] = [0, this.lines.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if (this.lines[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - this.lines[low] + 1 };
	}

	private value(path: Path): unknown {
		if (path.length > MAX_DEPTH) throw this.unexpected('The JSON is nested too deeply');
		this.space();
		const start = this.at;
		const value = this.content(path);
		this.values.set(id(path), [start, this.at]);
		return value;
	}

	private content(path: Path): unknown {
		const character = this.text[this.at];
		if (character === '{') return this.object(path);
		if (character === '[') return this.array(path);
		if (character === '"') return this.string();
		for (const [word, value] of WORDS) {
			if (!this.text.startsWith(word, this.at)) continue;
			this.at += word.length;
			return value;
		}
		const number = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
		number.lastIndex = this.at;
		const found = number.exec(this.text)?.[0];
		if (found === undefined) throw this.unexpected();
		this.at += found.length;
		return Number(found);
	}

	private object(path: Path): Record<string, unknown> {
		const entries: Array<[string, unknown]> = [];
		this.list('}', () => {
			const start = this.at;
			if (this.text[this.at] !== '"') throw this.unexpected();
			const key = this.string();
			this.keys.set(id([...path, key]), [start, this.at]);
			this.space();
			if (this.text[this.at] !== ':') throw this.unexpected();
			this.at++;
			entries.push([key, this.value([...path, key])]);
		});
		return Object.fromEntries(entries);
	}

	private array(path: Path): unknown[] {
		const items: unknown[] = [];
		this.list(']', () => items.push(this.value([...path, items.length])));
		return items;
	}

	private list(end: string, entry: () => void): void {
		this.at++;
		this.space();
		if (this.text[this.at] === end) {
			this.at++;
			return;
		}
		for (;;) {
			this.space();
			entry();
			this.space();
			const next = this.text[this.at];
			if (next !== ',' && next !== end) throw this.unexpected();
			this.at++;
			if (next === end) return;
		}
	}

	private string(): string {
		let end = this.at;
		do {
			end = this.text.indexOf('"', end + 1);
			if (end < 0) throw this.unexpected();
		} while (this.isEscaped(end));
		const found = this.text.slice(this.at, end + 1);
		let value: string;
		try {
			value = JSON.parse(found) as string;
		} catch {
			throw this.unexpected();
		}
		this.at += found.length;
		return value;
	}

	/** Whether an odd number of backslashes stands before a place. */
	private isEscaped(place: number): boolean {
		let start = place;
		while (this.text[start - 1] === '\\') start--;
		return (place - start) % 2 === 1;
	}

	private space(): void {
		while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at++;
	}

	private unexpected(
		message = this.at < this.text.length
			? `Unexpected '${this.text[this.at]}'`
			: 'Unexpected end of the text',
	): JsonSyntaxError {
		return new JsonSyntaxError(message, this.range(this.at, this.at + 1));
	}
}
