import { ExternalLink, Reply } from 'lucide';
import type { Json } from '../../../../control/types';
import { Formatted } from '../../../format/Formatted';
import { safeHref } from '../../../format/links';
import { at, listAt, textAt } from '../../../parts/json';
import { Cards } from '../../Cards';
import { useActions, useMessage } from '../../context';
import { Header } from '../../Header';
import { LinkRow, Row, Rows } from '../../Rows';
import { tappedId } from '../../tapped';
import { Frame } from './Frame';
import { ProductArt } from './ProductArt';

/** Buttons of one card: a URL, or quick replies. */
function CardRows({ action }: { action: Json | undefined }) {
	const message = useMessage();
	const { find, tap } = useActions();
	const tapped = message.answeredBy && tappedId(find(message.answeredBy));
	const parameters = at(action, 'parameters');
	const replies = listAt(action, 'buttons');
	return (
		<Rows>
			{parameters && (
				<LinkRow
					icon={ExternalLink}
					label={textAt(parameters, 'display_text')}
					href={safeHref(textAt(parameters, 'url'))}
				/>
			)}
			{replies.map((button) => {
				const reply = at(button, textAt(button, 'type') || 'quick_reply');
				const id = textAt(reply, 'id');
				return (
					<Row
						icon={Reply}
						label={textAt(reply, 'title')}
						tapped={tapped === id}
						disabled={Boolean(tapped)}
						onClick={() => tap(message, id)}
					/>
				);
			})}
		</Rows>
	);
}

/** A carousel of media cards or product cards. */
export function Carousel() {
	const message = useMessage();
	const { open } = useActions();
	const cards = listAt(message.content, 'action', 'cards').map((card, at_) => {
		const product = textAt(card, 'action', 'product_retailer_id');
		if (product) {
			const catalogId = textAt(card, 'action', 'catalog_id');
			const view = () =>
				open({
					kind: 'products',
					message,
					catalogId,
					title: 'Product',
					sections: [{ title: '', products: [product] }],
				});
			return (
				<>
					<div class="product product--card">
						<ProductArt id={product} size={48} />
						<strong>{product}</strong>
					</div>
					<Rows>
						<Row label="View" onClick={view} />
					</Rows>
				</>
			);
		}
		const type = textAt(card, 'header', 'type');
		const text = textAt(card, 'body', 'text');
		return (
			<>
				<Header
					header={at(card, 'header') ?? null}
					media={message.media[`action.cards.${at_}.header.${type}`]}
				/>
				{text && (
					<p class="card__text">
						<Formatted text={text} />
					</p>
				)}
				<CardRows action={at(card, 'action')} />
			</>
		);
	});
	return (
		<>
			<Frame />
			<Cards cards={cards} />
		</>
	);
}
