import { z } from 'zod/v3';
import { addIssue, text, unique } from '../../schema';
import { buttonTitle } from './buttons';
import { ctaUrlAction } from './ctaUrl';
import { body, header, headerMedia, interactive, type Header } from './parts';

const MIN_CARDS = 2;
const MAX_CARDS = 10;
const MAX_REPLIES = 3;
const MAX_LINE_BREAKS = 2;

const index = z
	.number()
	.int()
	.min(0)
	.max(MAX_CARDS - 1);

const cardBody = z
	.object({
		text: text(160).superRefine((value, context) => {
			if ((value.match(/\n/g) ?? []).length > MAX_LINE_BREAKS) {
				addIssue(context, `may have at most ${MAX_LINE_BREAKS} line breaks`);
			}
		}),
	})
	.strict();

const replies = z
	.object({
		buttons: z
			.array(
				z
					.object({
						type: z.literal('quick_reply'),
						quick_reply: z.object({ id: text(256), title: buttonTitle }).strict(),
					})
					.strict(),
			)
			.min(1)
			.max(MAX_REPLIES),
	})
	.strict()
	.superRefine(({ buttons }, context) => {
		unique(buttons, (button) => button.quick_reply.title, context, 'titles', ['buttons']);
	});

/** A card with reply buttons has the type `cta_url`, too. */
const mediaCard = z
	.object({
		card_index: index,
		type: z.literal('cta_url'),
		header: header(['image', 'video']),
		body: cardBody.optional(),
		action: z.union([ctaUrlAction, replies]),
	})
	.strict();

const productCard = z
	.object({
		card_index: index,
		type: z.literal('product'),
		action: z.object({ product_retailer_id: text(1000), catalog_id: text(100) }).strict(),
	})
	.strict();

type MediaCard = z.infer<typeof mediaCard>;
type Card = MediaCard | z.infer<typeof productCard>;

export const carousel = interactive<{ action: { cards: Card[] } }>({
	type: 'carousel',
	schema: z
		.object({
			type: z.literal('carousel'),
			body: body(1024),
			action: z
				.object({
					cards: z
						.array(z.discriminatedUnion('type', [mediaCard, productCard]))
						.min(MIN_CARDS)
						.max(MAX_CARDS),
				})
				.strict(),
		})
		.strict()
		.superRefine(({ action: { cards } }, context) => checkCards(cards, context)),
	media: ({ action: { cards } }) =>
		cards.flatMap((card, position) =>
			card.type === 'cta_url'
				? headerMedia(card.header as Header, `action.cards.${position}.header`)
				: [],
		),
});

function checkCards(cards: Card[], context: z.RefinementCtx): void {
	const path = ['action', 'cards'];
	for (const [position, card] of cards.entries()) {
		if (card.card_index !== position) {
			addIssue(context, `must be ${position}: cards are numbered in order from 0`, [
				...path,
				position,
				'card_index',
			]);
		}
	}
	if (new Set(cards.map(({ type }) => type)).size > 1) {
		addIssue(context, 'must all have the same type', path);
		return;
	}
	const media = cards.filter((card): card is MediaCard => card.type === 'cta_url');
	if (new Set(media.map((card) => card.header.type)).size > 1) {
		addIssue(context, 'must all have a header of the same type', path);
	}
	if (new Set(media.map((card) => shapeOf(card))).size > 1) {
		addIssue(context, 'must all have the same number and kind of buttons', path);
	}
	const catalogs = cards.map((card) => (card.type === 'product' ? card.action.catalog_id : ''));
	if (new Set(catalogs).size > 1) addIssue(context, 'must all use the same catalog', path);
}

function shapeOf({ action }: MediaCard): string {
	return 'buttons' in action ? `replies:${action.buttons.length}` : 'link';
}
