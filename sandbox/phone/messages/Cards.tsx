import type { ComponentChildren } from 'preact';

/** Cards that scroll sideways. */
export function Cards({ cards }: { cards: ComponentChildren[] }) {
	return (
		<ul class="cards" tabIndex={0} aria-label={`${cards.length} cards, scroll sideways`}>
			{cards.map((card, at) => (
				<li class="card" aria-label={`Card ${at + 1} of ${cards.length}`}>
					{card}
				</li>
			))}
		</ul>
	);
}
