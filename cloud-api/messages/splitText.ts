import { characters } from './schema';
import { TEXT_LIMITS } from './text';

/** Where a long text may be split, best first. */
const BORDERS = [
	/\n[ \t]*\n\s*/g, // paragraph
	/\n\s*/g, // line
	/(?<=[.!?…。！？]["'”’)\]]?)\s+/g, // sentence
	/\s+/g, // word
];

/** Formatting of WhatsApp that stands on one line: bold, italic, strikethrough, inline code. */
const FORMATTED =
	/(?<![\p{L}\p{N}])(?:\*[^\s*](?:[^*\n]*[^\s*])?\*|_[^\s_](?:[^_\n]*[^\s_])?_|~[^\s~](?:[^~\n]*[^\s~])?~|`[^`\n]+`)(?![\p{L}\p{N}])/gu;

/**
 * Splits a text into parts of at most `limit` characters, in order, at the best border that fits: a
 * paragraph, else a line, else a sentence, else a word, and inside of formatted text (`*bold*`) only when
 * there is no other. Only white space at a border is dropped. A single word longer than the limit is split
 * where the limit falls, never inside an emoji or an accented letter.
 */
export function splitText(text: string, limit: number = TEXT_LIMITS.body): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (rest.length > limit && characters(start(rest, limit + 1)) > limit) {
		const { part, next } = firstPart(rest, limit);
		parts.push(part);
		rest = next;
	}
	if (rest !== '') parts.push(rest);
	return parts;
}

function firstPart(text: string, limit: number): { part: string; next: string } {
	const window = start(text, limit + 1);
	const last = start(text, limit).length;
	const formatted = [...start(text, 2 * limit).matchAll(FORMATTED)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
	}));
	for (const whole of [true, false]) {
		for (const border of BORDERS) {
			const best = lastBorder(window, border, last, whole ? formatted : []);
			// A border close to the start would make a part of a few words.
			const good =
				best && (best.from > window.length / 4 || border === BORDERS[BORDERS.length - 1]);
			if (best && good)
				return {
					part: text.slice(0, best.from).trimEnd(),
					next: text.slice(best.to).trimStart(),
				};
		}
	}
	return cutWord(text, limit);
}

interface Span {
	from: number;
	to: number;
}

/** The last border that begins at or before `last` and lies in none of the spans. */
function lastBorder(window: string, border: RegExp, last: number, spans: Span[]): Span | undefined {
	let best: Span | undefined;
	let next = 0;
	for (const match of window.matchAll(border)) {
		const from = match.index;
		if (from === 0 || from > last) continue;
		while (next < spans.length && spans[next].to <= from) next++;
		if (next < spans.length && spans[next].from < from) continue;
		best = { from, to: from + match[0].length };
	}
	return best;
}

/** Characters that never join with the next one, so that no segmenter is needed. */
const PLAIN = /^[\x20-\x7e]*$/;

function cutWord(text: string, limit: number): { part: string; next: string } {
	const plain = text.slice(0, limit + 1);
	if (PLAIN.test(plain)) return { part: plain.slice(0, limit), next: text.slice(limit) };
	let part = '';
	let length = 0;
	for (const { segment } of new Intl.Segmenter('en').segment(start(text, limit + 1))) {
		length += characters(segment);
		if (length > limit) break;
		part += segment;
	}
	// One grapheme of more code points than the limit can only be cut between its code points.
	if (part === '') part = start(text, limit);
	return { part, next: text.slice(part.length) };
}

/** The first code points of a text, without looking at the rest of it. */
function start(text: string, count: number): string {
	return [...text.slice(0, 2 * count)].slice(0, count).join('');
}
