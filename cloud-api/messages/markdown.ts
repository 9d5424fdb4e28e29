/**
 * Markdown, as AI models write it, in WhatsApp's own formatting: `**bold**` → `*bold*`, `*italic*` →
 * `_italic_`, `~~struck~~` → `~struck~`, headings → bold lines, links → `text (address)`, tables → lines,
 * bullets → `•`-free `- ` lists that WhatsApp draws. Code stays untouched.
 */
export function markdownToWhatsApp(markdown: string): string {
	return splitCode(markdown.replace(/\r\n?/g, '\n'))
		.map(({ code, text }) => (code ? code : prose(text)))
		.join('');
}

interface Piece {
	/** A piece of code in WhatsApp's form, to be left alone. */
	code?: string;
	text: string;
}

const FENCE = /^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm;
const INLINE_CODE = /(`+)([^\n]*?[^`\n])\1(?!`)/g;

function splitCode(text: string): Piece[] {
	return divide(text, FENCE, ([, , body]) => `\`\`\`\n${body.replace(/\n$/, '')}\n\`\`\``).flatMap(
		(piece) =>
			piece.code ? [piece] : divide(piece.text, INLINE_CODE, ([, , body]) => `\`${body.trim()}\``),
	);
}

function divide(text: string, pattern: RegExp, code: (match: RegExpMatchArray) => string): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const match of text.matchAll(pattern)) {
		pieces.push({ text: text.slice(from, match.index) }, { text: '', code: code(match) });
		from = match.index + match[0].length;
	}
	return [...pieces, { text: text.slice(from) }];
}

/** Stands for WhatsApp's bold sign until italics, whose Markdown sign is the same, are done. */
const BOLD = '\u0001';

function prose(text: string): string {
	return inline(blocks(text)).replaceAll(BOLD, '*');
}

function blocks(text: string): string {
	return text
		.replace(/^[ \t]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gm, (_, title: string) => heading(title))
		.replace(/^[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$\n?/gm, '')
		.replace(/^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$\n?/gm, '')
		.replace(/^[ \t]*\|(.+)\|[ \t]*$/gm, (_, row: string) =>
			row
				.split('|')
				.map((cell) => cell.trim())
				.join(' | '),
		)
		.replace(/^([ \t]*)[*+-][ \t]+\[([ xX])\][ \t]+/gm, (_, indent: string, mark: string) =>
			mark === ' ' ? `${indent}☐ ` : `${indent}☑ `,
		)
		.replace(/^([ \t]*)[*+][ \t]+(?=\S)/gm, '$1- ');
}

function heading(title: string): string {
	const plain = title.replace(/\*\*|__/g, '');
	return `${BOLD}${plain}${BOLD}`;
}

function inline(text: string): string {
	return text
		.replace(/!?\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"\n]*")?\s*\)/g, (_, label, address) =>
			linkText(label as string, address as string),
		)
		.replace(/<((?:https?|mailto):[^>\s]+)>/g, '$1')
		.replace(/(\*\*\*|___)(?=\S)([\s\S]*?\S)\1/g, `${BOLD}_$2_${BOLD}`)
		.replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, `${BOLD}$2${BOLD}`)
		.replace(/(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\p{L}\p{N}*])/gu, '_$1_')
		.replace(/~~(?=\S)([\s\S]*?\S)~~/g, '~$1~')
		.replace(/\\([\\`*_{}[\]()#+\-.!~|>])/g, '$1');
}

function linkText(label: string, address: string): string {
	const name = label.trim();
	return name === '' || name === address ? address : `${name} (${address})`;
}
