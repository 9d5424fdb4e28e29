/** A piece of a line. */
export type Piece =
	| { type: 'text'; text: string }
	| { type: 'bold' | 'italic' | 'strike'; pieces: Piece[] }
	| { type: 'link'; href: string; text: string }
	| { type: 'image'; src: string; alt: string };

/** A block of RichText, or of a text with `markdown`. */
export type MarkdownBlock =
	| { type: 'heading'; level: 1 | 2; pieces: Piece[] }
	| { type: 'paragraph'; pieces: Piece[] }
	| { type: 'list'; ordered: boolean; items: Piece[][] }
	| { type: 'table'; head: Piece[][]; rows: Piece[][][] };

const INLINE =
	/!\[([^\]]*)\]\(\s*(data:image\/[a-z.+-]+;base64,\s*[A-Za-z0-9+/=\s]+)\)|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)|\*\*(.+?)\*\*(?!\*)|\*([^*]+)\*|~~(.+?)~~/;

/** Bold, italic, strikethrough, links, and inline images. Everything else is text. */
export function inline(text: string): Piece[] {
	const found = INLINE.exec(text);
	if (!found) return text === '' ? [] : [{ type: 'text', text }];
	const [whole, alt, src, label, href, bold, italic, strike] = found;
	const piece: Piece =
		src !== undefined
			? { type: 'image', src: src.replace(/\s/g, ''), alt }
			: href !== undefined
				? { type: 'link', href, text: label }
				: bold !== undefined
					? { type: 'bold', pieces: inline(bold) }
					: italic !== undefined
						? { type: 'italic', pieces: inline(italic) }
						: { type: 'strike', pieces: inline(strike) };
	return [
		...inline(text.slice(0, found.index)),
		piece,
		...inline(text.slice(found.index + whole.length)),
	];
}

const cells = (line: string) =>
	line
		.trim()
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => inline(cell.trim()));

const KINDS: Array<[RegExp, 'bullet' | 'number' | 'row' | 'heading']> = [
	[/^\s*[+*-]\s+(.*)$/, 'bullet'],
	[/^\s*\d+[.)]\s+(.*)$/, 'number'],
	[/^\s*\|(.*)\|\s*$/, 'row'],
	[/^(#{1,6})\s+(.*)$/, 'heading'],
];

/** The blocks of a text. A list of texts is one block per text, as Meta's examples write it. */
export function blocks(text: string | string[]): MarkdownBlock[] {
	const lines = (Array.isArray(text) ? text.join('\n') : text).split('\n');
	const all: MarkdownBlock[] = [];
	let table: string[] = [];
	const endTable = () => {
		if (table.length === 0) return;
		const [head, ...rest] = table.filter((line) => !/^[\s|:-]+$/.test(line));
		all.push({ type: 'table', head: cells(head ?? ''), rows: rest.map(cells) });
		table = [];
	};
	for (const line of lines) {
		const kind = KINDS.find(([pattern]) => pattern.test(line));
		if (kind?.[1] !== 'row') endTable();
		if (kind === undefined) {
			if (line.trim() !== '') all.push({ type: 'paragraph', pieces: inline(line.trim()) });
			continue;
		}
		const [pattern, name] = kind;
		const found = pattern.exec(line) ?? [];
		if (name === 'row') table.push(line);
		else if (name === 'heading') {
			const level = found[1].length;
			const pieces = inline(found[2]);
			all.push(
				level > 2
					? { type: 'paragraph', pieces }
					: { type: 'heading', level: level as 1 | 2, pieces },
			);
		} else {
			const ordered = name === 'number';
			const last = all.at(-1);
			if (last?.type === 'list' && last.ordered === ordered) last.items.push(inline(found[1]));
			else all.push({ type: 'list', ordered, items: [inline(found[1])] });
		}
	}
	endTable();
	return all;
}
