import { matchLink } from './links';

/** Text between marks. */
export interface Marked {
	type: 'bold' | 'italic' | 'strike';
	children: Inline[];
}

/** A piece of formatted text. */
export type Inline =
	| { type: 'text'; text: string }
	| Marked
	/** `code` has a background; `mono` (three backticks) changes the typeface only. */
	| { type: 'code'; text: string }
	| { type: 'mono'; text: string }
	| { type: 'link'; text: string; href: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type Mark = keyof typeof MARKS;

const isMark = (char: string | undefined): char is Mark => char !== undefined && char in MARKS;
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** The code span that starts at `at`, if any: its end, kind, and text. */
function matchCode(
	text: string,
	at: number,
): { type: 'code' | 'mono'; text: string; end: number } | undefined {
	if (text[at] !== '`') return undefined;
	const fence = text.startsWith('```', at) ? '```' : '`';
	const close = text.indexOf(fence, at + fence.length + 1);
	if (close < 0) return undefined;
	const inner = text.slice(at + fence.length, close);
	if (inner.trim() === '' || (fence === '`' && inner.includes('\n'))) return undefined;
	return { type: fence === '`' ? 'code' : 'mono', text: inner, end: close + fence.length };
}

/** The position of the mark that closes the one at `open`; undefined if there is none. */
function closingMark(text: string, open: number): number | undefined {
	const mark = text[open];
	if (isWord(text[open - 1]) || isSpace(text[open + 1]) || text[open + 1] === mark)
		return undefined;
	for (let at = open + 1; at < text.length; at++) {
		if (text[at] === '\n') return undefined;
		const skip = matchCode(text, at)?.end ?? matchLink(text, at)?.end;
		if (skip !== undefined) {
			at = skip - 1;
		} else if (text[at] === mark && !isSpace(text[at - 1]) && !isWord(text[at + 1])) {
			return at;
		}
	}
	return undefined;
}

/**
 * Running text into pieces: `*bold*`, `_italic_`, `~strike~`, `` `code` ``, three backticks, links.
 * A mark counts only at the edge of a word and next to what it encloses, as in WhatsApp; marks
 * nest. Everything else stays the text it is: the result is never HTML.
 */
export function parseInline(text: string): Inline[] {
	const pieces: Inline[] = [];
	let plain = '';
	const push = (piece: Inline) => {
		if (plain) pieces.push({ type: 'text', text: plain });
		plain = '';
		pieces.push(piece);
	};
	for (let at = 0; at < text.length; ) {
		const code = matchCode(text, at);
		const link = matchLink(text, at);
		const char = text[at];
		const close = isMark(char) ? closingMark(text, at) : undefined;
		if (code) {
			push({ type: code.type, text: code.text });
			at = code.end;
		} else if (link) {
			push({ type: 'link', text: link.text, href: link.href });
			at = link.end;
		} else if (isMark(char) && close !== undefined) {
			push({ type: MARKS[char], children: parseInline(text.slice(at + 1, close)) });
			at = close + 1;
		} else {
			plain += char;
			at++;
		}
	}
	if (plain) pieces.push({ type: 'text', text: plain });
	return pieces;
}
