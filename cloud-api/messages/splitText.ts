import { characters } from './schema';
import { TEXT_LIMITS } from './text';

/** Where a long text may be divided, best first. */
const BORDERS = [
	/\n[ \t]*\n\s*/g, // paragraph
	/\n\s*/g, // line
	/(?<=[.!?…。！？])["'”’)\]]*\s+/g, // sentence
	/\s+/g, // word
];

/**
 * Divides a text into parts of at most `limit` characters, in order, at the best border that fits: a
 * paragraph, else a line, else a sentence, else a word. Only white space at a border is dropped. A single
 * word longer than the limit is divided where the limit falls, never inside an emoji or accented letter.
 */
export function splitText(text: string, limit: number = TEXT_LIMITS.body): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (characters(rest) > limit) {
		const { part, next } = firstPart(rest, limit);
		parts.push(part);
		rest = next;
	}
	if (rest !== '') parts.push(rest);
	return parts;
}

function firstPart(text: string, limit: number): { part: string; next: string } {
	const window = [...text].slice(0, limit + 1).join('');
	for (const border of BORDERS) {
		let best: { from: number; to: number } | undefined;
		for (const match of window.matchAll(border)) {
			// A border close to the start would make a part of a few words.
			if (match.index > 0 && characters(window.slice(0, match.index)) <= limit) {
				best = { from: match.index, to: match.index + match[0].length };
			}
		}
		if (best && (best.from > window.length / 4 || border === BORDERS[BORDERS.length - 1])) {
			return {
				part: text.slice(0, best.from).trimEnd(),
				next: text.slice(best.to).trimStart(),
			};
		}
	}
	return cutWord(text, limit);
}

function cutWord(text: string, limit: number): { part: string; next: string } {
	let part = '';
	let length = 0;
	for (const { segment } of new Intl.Segmenter('en').segment(text)) {
		length += characters(segment);
		if (length > limit) break;
		part += segment;
	}
	// One grapheme of more code points than the limit can only be cut between its code points.
	if (part === '') part = [...text].slice(0, limit).join('');
	return { part, next: text.slice(part.length) };
}
