import type { ComponentChildren } from 'preact';
import { blocks, type MarkdownBlock, type Piece } from './markdown';

const TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const;

function drawn(pieces: Piece[]): ComponentChildren {
	return pieces.map((piece) => {
		if (piece.type === 'text') return piece.text;
		if (piece.type === 'image') return <img src={piece.src} alt={piece.alt} />;
		if (piece.type === 'link') {
			return (
				<a href={piece.href} target="_blank" rel="noopener noreferrer">
					{piece.text}
				</a>
			);
		}
		const Tag = TAGS[piece.type];
		return <Tag>{drawn(piece.pieces)}</Tag>;
	});
}

function Block({ block }: { block: MarkdownBlock }) {
	switch (block.type) {
		case 'heading':
			return block.level === 1 ? (
				<h3 class="flow-heading">{drawn(block.pieces)}</h3>
			) : (
				<h4 class="flow-subheading">{drawn(block.pieces)}</h4>
			);
		case 'list': {
			const items = block.items.map((item) => <li>{drawn(item)}</li>);
			return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
		}
		case 'table':
			return (
				<div class="flow-table" tabIndex={0} role="region" aria-label="Table">
					<table>
						<thead>
							<tr>
								{block.head.map((cell) => (
									<th scope="col">{drawn(cell)}</th>
								))}
							</tr>
						</thead>
						<tbody>
							{block.rows.map((row) => (
								<tr>
									{row.map((cell) => (
										<td>{drawn(cell)}</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</div>
			);
		default:
			return <p>{drawn(block.pieces)}</p>;
	}
}

/** RichText, and texts with `markdown`. Rendered as text nodes, never as markup. */
export function Markdown({ text }: { text: string | string[] }) {
	return (
		<div class="flow-markdown" dir="auto">
			{blocks(text).map((block) => (
				<Block block={block} />
			))}
		</div>
	);
}
