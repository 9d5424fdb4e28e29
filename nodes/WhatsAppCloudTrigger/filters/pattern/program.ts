/** Whether one character (a code point as text) fits. */
export type CharTest = (char: string) => boolean;

/** What must hold between two characters. */
export type Assertion = 'start' | 'end' | 'wordBoundary' | 'noWordBoundary';

/** One step of a compiled pattern; numbers are the indexes of the steps that follow. */
export type Step =
	| { kind: 'char'; fits: CharTest }
	| { kind: 'assert'; assertion: Assertion }
	| { kind: 'split'; first: number; second: number }
	| { kind: 'jump'; to: number }
	| { kind: 'match' };

/**
 * Runs a program over a text, all alternatives at once: the time grows with text × program and never
 * more, whatever the text, because no step is tried twice at one position.
 *
 * @returns whether the pattern occurs anywhere in the text
 */
export function occursIn(program: readonly Step[], text: string): boolean {
	const chars = Array.from(text);
	let current = new Set<number>();
	for (let position = 0; position <= chars.length; position++) {
		follow(program, 0, chars, position, current);
		if (current.has(program.length - 1)) return true;
		if (position === chars.length) return false;
		const next = new Set<number>();
		for (const index of current) {
			const step = program[index];
			if (step.kind === 'char' && step.fits(chars[position])) {
				follow(program, index + 1, chars, position + 1, next);
			}
		}
		current = next;
	}
	return false;
}

/** Adds a step and all that is reachable from it without reading a character. */
function follow(
	program: readonly Step[],
	from: number,
	chars: readonly string[],
	position: number,
	into: Set<number>,
): void {
	const open = [from];
	for (let index = open.pop(); index !== undefined; index = open.pop()) {
		if (into.has(index)) continue;
		into.add(index);
		const step = program[index];
		if (step.kind === 'jump') open.push(step.to);
		else if (step.kind === 'split') open.push(step.first, step.second);
		else if (step.kind === 'assert' && holds(step.assertion, chars, position)) open.push(index + 1);
	}
}

function holds(assertion: Assertion, chars: readonly string[], position: number): boolean {
	switch (assertion) {
		case 'start':
			return position === 0;
		case 'end':
			return position === chars.length;
		default: {
			const isBoundary = isWord(chars[position - 1]) !== isWord(chars[position]);
			return isBoundary === (assertion === 'wordBoundary');
		}
	}
}

/** Letters of every alphabet, unlike in JavaScript, where only a–z make words. */
function isWord(char: string | undefined): boolean {
	return char !== undefined && /^[\p{L}\p{N}\p{M}_]$/u.test(char);
}
