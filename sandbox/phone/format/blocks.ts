import { parseInline, type Inline } from './inline';

/** A block of formatted text. An empty line is `[]`. */
export type Block =
	| { type: 'text'; lines: Inline[][] }
	| { type: 'quote'; lines: Inline[][] }
	| { type: 'bullets'; items: Inline[][] }
	| { type: 'numbers'; start: number; items: Inline[][] };

/** Lines of a text. A block in three backticks counts as one line. */
function logicalLines(text: string): string[] {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/```[\s\S]+?```/g, (fenced) => fenced.replaceAll('\n', '\0'))
		.split('\n')
		.map((line) => line.replaceAll('\0', '\n'));
}

/** Splits a text into blocks: `> ` quotes, `- ` or `* ` bullets, `1. ` numbers, paragraphs. */
export function parseBlocks(text: string): Block[] {
	const blocks: Block[] = [];
	for (const line of logicalLines(text)) {
		const last = blocks.at(-1);
		const quote = /^> (.+)$/s.exec(line);
		const bullet = /^[-*] (.+)$/s.exec(line);
		const number = /^(\d{1,3})\. (.+)$/s.exec(line);
		if (quote) {
			const inlines = parseInline(quote[1]);
			if (last?.type === 'quote') last.lines.push(inlines);
			else blocks.push({ type: 'quote', lines: [inlines] });
		} else if (bullet) {
			const inlines = parseInline(bullet[1]);
			if (last?.type === 'bullets') last.items.push(inlines);
			else blocks.push({ type: 'bullets', items: [inlines] });
		} else if (number) {
			const inlines = parseInline(number[2]);
			if (last?.type === 'numbers') last.items.push(inlines);
			else blocks.push({ type: 'numbers', start: Number(number[1]), items: [inlines] });
		} else if (last?.type === 'text') {
			last.lines.push(parseInline(line));
		} else {
			blocks.push({ type: 'text', lines: [parseInline(line)] });
		}
	}
	return blocks;
}

/** A text in one line without formatting, for chat lists and quotes. */
export function plainText(text: string): string {
	const flat = (pieces: Inline[]): string =>
		pieces.map((piece) => ('children' in piece ? flat(piece.children) : piece.text)).join('');
	return parseBlocks(text)
		.flatMap((block) => ('lines' in block ? block.lines : block.items))
		.map(flat)
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
}
