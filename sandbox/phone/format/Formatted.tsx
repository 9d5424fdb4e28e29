import type { ComponentChildren } from 'preact';
import { parseBlocks, type Block } from './blocks';
import type { Inline, Marked } from './inline';

const TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const;

function inlines(pieces: Inline[]): ComponentChildren {
	return pieces.map((piece) => {
		if (piece.type === 'text') return piece.text;
		if (piece.type === 'code' || piece.type === 'mono')
			return <code class={piece.type}>{piece.text}</code>;
		if (piece.type === 'link') {
			return (
				<a href={piece.href} target="_blank" rel="noopener noreferrer">
					{piece.text}
				</a>
			);
		}
		return marked(piece);
	});
}

function marked({ type, children }: Marked) {
	const Tag = TAGS[type];
	return <Tag>{inlines(children)}</Tag>;
}

const lines = (all: Inline[][]) => all.map((line, at) => [at > 0 && '\n', inlines(line)]);

function block(part: Block) {
	if (part.type === 'quote') return <blockquote>{lines(part.lines)}</blockquote>;
	if (part.type === 'text') return <span>{lines(part.lines)}</span>;
	const items = part.items.map((item) => <li>{inlines(item)}</li>);
	return part.type === 'bullets' ? <ul>{items}</ul> : <ol start={part.start}>{items}</ol>;
}

/** Text with WhatsApp's formatting. The text is rendered as text nodes, never as markup. */
export function Formatted({ text }: { text: string }) {
	return (
		<span class="formatted" dir="auto">
			{parseBlocks(text).map(block)}
		</span>
	);
}
