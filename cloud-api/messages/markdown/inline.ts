import { pairUp, type Delimiter, type Format } from './delimiters';
import type { Link } from './links';
import { tokensOf, type Token } from './tokens';

const SIGNS: Record<Format, string> = { bold: '*', italic: '_', strike: '~' };
/** Deeper labels of links in labels are written as they are. */
const MAX_DEPTH = 3;
/** Scripts without spaces between words: formatting may begin inside of what looks like a word. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;

interface Piece {
	text: string;
	address?: boolean;
}

interface Frame {
	format?: Format;
	/** The run that began it. */
	opener?: Delimiter;
	/** The same format begun again inside, which changes nothing. */
	nested?: number;
	pieces: Piece[];
}

/** The text of one block in WhatsApp's formatting; with `bold` all of it is bold. */
export function inline(text: string, { bold = false, depth = 0 } = {}): string {
	const tokens = tokensOf(text);
	pairUp(tokens.filter((token): token is Delimiter => token.kind === 'delimiter'));
	const root: Frame = bold ? { format: 'bold', pieces: [] } : { pieces: [] };
	const stack: Frame[] = [root];
	for (const token of tokens) addToken(stack, token, depth);
	while (stack.length > 1) close(stack);
	return (bold ? wrapped(root.pieces, 'bold') : root.pieces).map((piece) => piece.text).join('');
}

function addToken(stack: Frame[], token: Token, depth: number): void {
	const { pieces } = stack[stack.length - 1];
	if (token.kind === 'link') pieces.push(...linkPieces(token.link, depth));
	else if (token.kind === 'delimiter') addRun(stack, token);
	else pieces.push({ text: token.text, address: token.kind === 'address' });
}

function addRun(stack: Frame[], run: Delimiter): void {
	for (const format of run.closes) {
		const frame = stack.findLast((one) => one.format === format);
		if (frame?.nested) frame.nested--;
		else if (frame && frame === stack[stack.length - 1] && frame.opener) close(stack, run);
	}
	if (run.left > 0) stack[stack.length - 1].pieces.push({ text: run.sign.repeat(run.left) });
	for (const format of run.opens) {
		// Bold in bold is bold.
		const frame = stack.findLast((one) => one.format === format);
		if (frame) frame.nested = (frame.nested ?? 0) + 1;
		else stack.push({ format, opener: run, pieces: [] });
	}
}

function close(stack: Frame[], closer?: Delimiter): void {
	const { format, opener, pieces } = stack.pop() as Frame;
	const outer = stack[stack.length - 1].pieces;
	if (format === undefined || !opener) return;
	const source = opener.sign.repeat(format === 'italic' ? 1 : 2);
	const neighbors = [opener.before, closer?.after ?? ''];
	if (
		neighbors.some((neighbor) => /\p{N}/u.test(neighbor)) ||
		(format === 'italic' && neighbors.some(isLetter))
	)
		outer.push({ text: source }, ...pieces, { text: source });
	else if (neighbors.some(isLetter)) outer.push(...pieces);
	else outer.push(...wrapped(pieces, format));
}

/** Whether WhatsApp would show no formatting beside this character. */
function isLetter(character: string): boolean {
	return /\p{L}/u.test(character) && !WITHOUT_SPACES.test(character);
}

/** Pieces with the signs of a format around each line, but never directly around a bare address. */
function wrapped(pieces: Piece[], format: Format): Piece[] {
	let from = 0;
	let to = pieces.length;
	while (from < to && isBare(pieces[from])) from++;
	while (to > from && isBare(pieces[to - 1])) to--;
	const inner = pieces.slice(from, to);
	const text = inner
		.map((piece) => piece.text)
		.join('')
		.split('\n')
		.map((line) => around(line, SIGNS[format]))
		.join('\n');
	return [...pieces.slice(0, from), { text }, ...pieces.slice(to)];
}

function isBare({ text, address }: Piece): boolean {
	return address === true || text.trim() === '';
}

function around(line: string, sign: string): string {
	const start = line.length - line.trimStart().length;
	const content = line.trim();
	if (content === '') return line;
	// *_both_* reads better than _*both*_, and WhatsApp shows both alike.
	const swap = sign === '_' && content.length > 2 && isBoldOnly(content);
	const marked = swap ? `*_${content.slice(1, -1)}_*` : `${sign}${content}${sign}`;
	return line.slice(0, start) + marked + line.slice(start + content.length);
}

function isBoldOnly(content: string): boolean {
	return content.startsWith('*') && content.indexOf('*', 1) === content.length - 1;
}

function linkPieces({ label, address }: Link, depth: number): Piece[] {
	const name = label.trim();
	if (address === '')
		return [{ text: depth < MAX_DEPTH ? inline(name, { depth: depth + 1 }) : name }];
	if (name === '' || name === address) return [{ text: address, address: true }];
	const shown = depth < MAX_DEPTH ? inline(name, { depth: depth + 1 }) : name;
	return [{ text: shown }, { text: ' (' }, { text: address }, { text: ')' }];
}
