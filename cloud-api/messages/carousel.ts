import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { replyButtonSchema, uniqueButtons, type ReplyButton } from './buttons';
import { interactive, INTERACTIVE_LIMITS } from './interactive';
import { mediaObject, mediaReference, type MediaReference } from './mediaReference';
import { list, metaId, optionalText, reject, requiredText, webAddress } from './schema';

export const CAROUSEL_LIMITS = {
	body: INTERACTIVE_LIMITS.body,
	cards: { min: 2, max: 10 },
	cardBody: 160,
	cardLineBreaks: 2,
	displayText: 20,
	replyButtons: 3,
} as const;

export interface CarouselCard {
	/** The same media type on every card. */
	media: MediaReference;
	/** Up to 160 characters and two line breaks. */
	body?: string;
	/** A button that opens a web page, on every card or on none. */
	urlButton?: { displayText: string; url: string };
	/** Reply buttons instead of a URL button. */
	buttons?: ReplyButton[];
}

export interface CarouselInput {
	/** The text above the cards. */
	body: string;
	mediaType: 'image' | 'video';
	cards: CarouselCard[];
}

export interface ProductCarouselInput {
	body: string;
	catalogId: string;
	/** Two to ten products of the catalog. */
	productRetailerIds: string[];
}

const body = requiredText('Body', CAROUSEL_LIMITS.body);

const card = z
	.object({
		media: mediaReference('The file of card #'),
		body: optionalText('Text of card #', CAROUSEL_LIMITS.cardBody),
		urlButton: z
			.object({
				displayText: requiredText('Button text of card #', CAROUSEL_LIMITS.displayText),
				url: webAddress('URL of card #'),
			})
			.optional(),
		buttons: list(
			z.object({
				id: replyButtonSchema.shape.id,
				title: replyButtonSchema.shape.title,
			}),
			'Card #',
			['button', 'buttons'],
			{ min: 0, max: CAROUSEL_LIMITS.replyButtons },
		),
	})
	.superRefine(({ body: text, urlButton, buttons }, context) => {
		const breaks = (text?.match(/\n/g) ?? []).length;
		if (breaks > CAROUSEL_LIMITS.cardLineBreaks) {
			reject(
				context,
				`Text of card # has ${breaks} line breaks; the limit is ${CAROUSEL_LIMITS.cardLineBreaks}`,
				'Combine some of its lines.',
				['body'],
			);
		}
		if (urlButton && buttons.length > 0) {
			reject(
				context,
				'Card # has both a URL button and reply buttons',
				'Choose one button type for all cards.',
				['buttons'],
			);
		}
		if (!urlButton && buttons.length === 0) {
			reject(context, 'Card # has no button', 'Give every card the same button type.', ['buttons']);
		}
		uniqueButtons(buttons, context);
	});

const schema = z
	.object({
		body,
		mediaType: z.enum(['image', 'video']),
		cards: list(card, 'Cards', ['card', 'cards'], CAROUSEL_LIMITS.cards),
	})
	.superRefine(({ cards }, context) => {
		const shape = ({ urlButton, buttons }: (typeof cards)[number]) =>
			urlButton ? 'URL' : buttons.length;
		const odd = cards.findIndex((one) => shape(one) !== shape(cards[0]));
		if (odd > 0) {
			reject(
				context,
				'The buttons of card # differ from those of the first card',
				'Give every card the same number and type of buttons.',
				['cards', odd, 'buttons'],
			);
		}
	});

const productSchema = z.object({
	body,
	catalogId: metaId('Catalog ID'),
	productRetailerIds: list(
		requiredText('Product ID of card #'),
		'Cards',
		['card', 'cards'],
		CAROUSEL_LIMITS.cards,
	),
});

/** Returns a carousel message: two to ten cards, each with an image or a video and buttons. */
export function carouselMessage(input: CarouselInput): MessageContent {
	const { body: text, mediaType, cards } = check(schema, input);
	return interactive(
		'carousel',
		{ body: text },
		{
			cards: cards.map(({ media, body: cardText, urlButton, buttons }, index) => ({
				card_index: index,
				type: 'cta_url',
				header: { type: mediaType, [mediaType]: mediaObject(media, mediaType) },
				...(cardText !== undefined && { body: { text: cardText } }),
				action: urlButton
					? {
							name: 'cta_url',
							parameters: { display_text: urlButton.displayText, url: urlButton.url },
						}
					: { buttons: buttons.map((reply) => ({ type: 'quick_reply', quick_reply: reply })) },
			})),
		},
	);
}

/** Returns a carousel message of two to ten products of one catalog. */
export function productCarouselMessage(input: ProductCarouselInput): MessageContent {
	const { body: text, catalogId, productRetailerIds } = check(productSchema, input);
	return interactive(
		'carousel',
		{ body: text },
		{
			cards: productRetailerIds.map((id, index) => ({
				card_index: index,
				type: 'product',
				action: { product_retailer_id: id, catalog_id: catalogId },
			})),
		},
	);
}
