/** A run of signs that may begin or end formatting (CommonMark: delimiter run). */
export interface Delimiter {
	kind: 'delimiter';
	sign: '*' | '_' | '~';
	length: number;
	canOpen: boolean;
	canClose: boolean;
	/** The characters around the run; empty at the ends of the text. */
	before: string;
	after: string;
	/** Signs that no pair has used. */
	left: number;
	/** What ends here, innermost first, and what begins here, outermost first. */
	closes: Format[];
	opens: Format[];
}

export type Format = 'bold' | 'italic' | 'strike';

const SPACE = /^$|\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** The run that begins here. */
export function delimiterAt(text: string, at: number): Delimiter | undefined {
	const sign = text[at];
	if (sign !== '*' && sign !== '_' && sign !== '~') return undefined;
	let end = at;
	while (text[end] === sign) end++;
	const before = characterBefore(text, at);
	const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : '';
	const leftFlanking =
		!SPACE.test(after) &&
		(!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
	const rightFlanking =
		!SPACE.test(before) &&
		(!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
	const inWord = sign === '_';
	const length = end - at;
	// A single ~ is WhatsApp's own sign, longer runs mean nothing.
	const counts = sign !== '~' || length === 2;
	return {
		kind: 'delimiter',
		sign,
		length,
		left: length,
		before,
		after,
		canOpen: counts && leftFlanking && (!inWord || !rightFlanking || PUNCTUATION.test(before)),
		canClose: counts && rightFlanking && (!inWord || !leftFlanking || PUNCTUATION.test(after)),
		closes: [],
		opens: [],
	};
}

function characterBefore(text: string, at: number): string {
	if (at === 0) return '';
	const code = text.charCodeAt(at - 1);
	return code >= 0xdc00 && code < 0xe000 ? text.slice(at - 2, at) : text[at - 1];
}

/**
 * Pairs the runs (CommonMark: process emphasis). Where a run found no partner is remembered per kind of
 * run, so that nothing is looked at again and again.
 */
export function pairUp(runs: Delimiter[]): void {
	const previous = runs.map((_, index) => index - 1);
	const bottoms = new Map<string, number>();
	for (let at = 0; at < runs.length; at++) {
		const closer = runs[at];
		while (closer.canClose && closer.left > 0) {
			const key = `${closer.sign}${closer.canOpen}${closer.length % 3}`;
			const bottom = bottoms.get(key) ?? -1;
			let open = previous[at];
			while (open > bottom && !fits(runs[open], closer)) open = previous[open];
			if (open <= bottom) {
				bottoms.set(key, previous[at]);
				break;
			}
			const opener = runs[open];
			const used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
			const format = closer.sign === '~' ? 'strike' : used === 2 ? 'bold' : 'italic';
			opener.left -= used;
			closer.left -= used;
			if (closer.sign === '~') opener.left = closer.left = 0;
			opener.opens.unshift(format);
			closer.closes.push(format);
			// What lies between the two has no partner any more.
			previous[at] = opener.left > 0 ? open : previous[open];
		}
		if (at + 1 < runs.length) {
			previous[at + 1] = closer.canOpen && closer.left > 0 ? at : previous[at];
		}
	}
}

function fits(opener: Delimiter, closer: Delimiter): boolean {
	if (opener.sign !== closer.sign || !opener.canOpen || opener.left === 0) return false;
	const odd = (opener.canClose || closer.canOpen) && (opener.length + closer.length) % 3 === 0;
	return !odd || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
