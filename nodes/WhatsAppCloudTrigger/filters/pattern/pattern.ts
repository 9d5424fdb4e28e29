import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { occursIn, type CharTest, type Step } from './program';

/** A regular expression that is malformed or not supported. */
export class PatternError extends InvalidInputError {
	constructor(pattern: string, reason: string) {
		super(
			'filters',
			`The regular expression ${pattern.slice(0, 100)} is invalid: ${reason}`,
			'Correct it under Filters → Text or Button, or set Condition to Contains.',
		);
		this.name = 'PatternError';
	}
}

const MAX_PATTERN = 500;
const MAX_STEPS = 2000;
/** Longer than the text or caption of any message; of a longer text only the beginning is matched. */
const MAX_TEXT = 10_000;

/**
 * Compiles a regular expression for text from outside. A message of thirty characters can keep
 * JavaScript's own engine busy for years; the time of this one is proportional to text × pattern. It
 * supports the syntax of JavaScript except for backreferences and lookaround.
 *
 * @throws PatternError
 */
export function compilePattern(
	pattern: string,
	{ ignoreCase = false }: { ignoreCase?: boolean } = {},
): (text: string) => boolean {
	if (pattern.length > MAX_PATTERN)
		throw new PatternError(pattern, `it is longer than ${MAX_PATTERN} characters`);
	const program = new Compiler(pattern, ignoreCase).compile();
	return (text) => occursIn(program, text.slice(0, MAX_TEXT));
}

/** Recursive descent; every method appends the steps of what it reads. */
class Compiler {
	private at = 0;
	private steps: Step[] = [];

	constructor(
		private readonly source: string,
		private readonly ignoreCase: boolean,
	) {}

	compile(): Step[] {
		this.alternatives();
		if (this.at < this.source.length) throw this.malformed('a ")" has no "("');
		this.add({ kind: 'match' });
		return this.steps;
	}

	private alternatives(): void {
		const start = this.steps.length;
		this.sequence();
		if (!this.take('|')) return;
		const first = this.cut(start);
		this.add({ kind: 'split', first: start + 1, second: start + first.length + 2 });
		this.paste(first, start, start + 1);
		const jump = this.steps.length;
		this.add({ kind: 'jump', to: 0 });
		this.alternatives();
		this.steps[jump] = { kind: 'jump', to: this.steps.length };
	}

	private sequence(): void {
		while (this.at < this.source.length && !'|)'.includes(this.source[this.at])) this.repeated();
	}

	private repeated(): void {
		const start = this.steps.length;
		this.atom();
		const count = this.quantifier();
		if (!count) return;
		const body = this.cut(start);
		const { min, max } = count;
		for (let i = 0; i < min; i++) this.paste(body, start, this.steps.length);
		if (max === Infinity) {
			const loop = this.steps.length;
			this.add({ kind: 'split', first: loop + 1, second: loop + body.length + 2 });
			this.paste(body, start, loop + 1);
			this.add({ kind: 'jump', to: loop });
			return;
		}
		const end = this.steps.length + (max - min) * (body.length + 1);
		for (let i = min; i < max; i++) {
			this.add({ kind: 'split', first: this.steps.length + 1, second: end });
			this.paste(body, start, this.steps.length);
		}
	}

	private quantifier(): { min: number; max: number } | undefined {
		const found = /^(?:([*+?])|\{(\d{1,4})(,(\d{0,4}))?\})\??/.exec(this.source.slice(this.at));
		if (!found) return undefined;
		const [whole, sign, least, comma, most] = found;
		this.at += whole.length;
		if (/^[*+?{]/.test(this.source.slice(this.at)) && this.source[this.at] !== '{')
			throw this.malformed('nothing to repeat');
		if (sign) return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
		const min = Number(least);
		const max = comma === undefined ? min : most ? Number(most) : Infinity;
		if (max < min) throw this.malformed('the numbers in { } are out of order');
		return { min, max };
	}

	private atom(): void {
		const char = this.source[this.at];
		if (char === '(') return this.group();
		if (char === '[') return this.charClass();
		if (char === '\\') return this.escape();
		if ('*+?'.includes(char)) throw this.malformed('nothing to repeat');
		if (char === '^' || char === '$') {
			this.at++;
			return this.add({ kind: 'assert', assertion: char === '^' ? 'start' : 'end' });
		}
		const [point] = Array.from(this.source.slice(this.at, this.at + 2));
		this.at += point.length;
		this.add({ kind: 'char', fits: point === '.' ? this.native('.') : this.literal(point) });
	}

	private group(): void {
		const [opening, lookaround] =
			/^\((?:\?(?:<?[=!]()|:|<[A-Za-z_$][\w$]*>))?/.exec(this.source.slice(this.at)) ?? [];
		if (lookaround !== undefined)
			throw new PatternError(this.source, 'lookahead and lookbehind are not supported');
		this.at += opening?.length ?? 1;
		this.alternatives();
		if (!this.take(')')) throw this.malformed('a "(" is not closed');
	}

	private charClass(): void {
		const [whole] = /^\[\^?(?:\\[^]|[^\]\\])*\]/.exec(this.source.slice(this.at)) ?? [];
		if (whole === undefined) throw this.malformed('a "[" is not closed');
		this.at += whole.length;
		this.add({ kind: 'char', fits: this.native(whole) });
	}

	private escape(): void {
		const rest = this.source.slice(this.at);
		const [whole, name] =
			/^\\(b|B|[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^])/u.exec(
				rest,
			) ?? [];
		if (whole === undefined || name === undefined) throw this.malformed('it ends with a "\\"');
		this.at += whole.length;
		if (name === 'b') return this.add({ kind: 'assert', assertion: 'wordBoundary' });
		if (name === 'B') return this.add({ kind: 'assert', assertion: 'noWordBoundary' });
		if (/^[1-9k]/.test(name))
			throw new PatternError(this.source, 'backreferences are not supported');
		const fits = /^[a-zA-Z0-9]/.test(name) ? this.native(whole) : this.literal(name);
		this.add({ kind: 'char', fits });
	}

	/** Classes and escapes are those of JavaScript, whose engine is safe on a single character. */
	private native(source: string): CharTest {
		const flags = this.ignoreCase ? 'i' : '';
		for (const mode of ['u', '']) {
			try {
				const pattern = new RegExp(`^(?:${source})$`, flags + mode);
				return (char) => pattern.test(char);
			} catch {
				continue;
			}
		}
		throw this.malformed(`"${source}" is not known`);
	}

	private literal(wanted: string): CharTest {
		if (!this.ignoreCase) return (char) => char === wanted;
		const folded = foldedChar(wanted);
		return (char) => foldedChar(char) === folded;
	}

	private take(char: string): boolean {
		if (this.source[this.at] !== char) return false;
		this.at++;
		return true;
	}

	private add(step: Step): void {
		if (this.steps.length >= MAX_STEPS) throw new PatternError(this.source, 'it is too complex');
		this.steps.push(step);
	}

	private cut(start: number): Step[] {
		return this.steps.splice(start);
	}

	/** Appends steps that were compiled for another place. */
	private paste(steps: readonly Step[], from: number, to: number): void {
		const by = to - from;
		for (const step of steps) {
			if (step.kind === 'split')
				this.add({ kind: 'split', first: step.first + by, second: step.second + by });
			else if (step.kind === 'jump') this.add({ kind: 'jump', to: step.to + by });
			else this.add(step);
		}
	}

	private malformed(reason: string): PatternError {
		return new PatternError(this.source, `it is malformed (${reason})`);
	}
}

/** A character without case: upper case first, so that the two small sigmas are one. */
function foldedChar(char: string): string {
	const upper = char.toUpperCase();
	// "ß" becomes "SS": what is longer in upper case keeps its lower case.
	return (upper.length === char.length ? upper : char).toLowerCase();
}
