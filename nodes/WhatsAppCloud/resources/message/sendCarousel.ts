import {
	CAROUSEL_LIMITS,
	carouselMessage,
	productCarouselMessage,
	type CarouselCard,
} from '../../../../cloud-api/messages/carousel';
import { body } from '../../fields/bodyAndFooter';
import { entriesOf, formOrJson } from '../../fields/formOrJson';
import { mediaFieldNames } from '../../fields/mediaSource';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Call, Operation } from '../../runtime/operation';
import { carouselCardFields } from './carouselCardFields';
import { resolveMedia } from '../../runtime/resolveMedia';
import { replyButtonOf } from '../../fields/replyButton';
import type { Values } from '../../../shared/values';
import { sendAndTell } from './send';

export const sendCarousel: Operation = {
	name: 'Send Carousel',
	value: 'sendCarousel',
	action: 'Send a carousel',
	description:
		'Send two to ten cards side by side: images or videos with buttons, or products from a catalog',
	sends: true,
	fields: [
		sender,
		recipient,
		{ ...body, placeholder: 'e.g. Our offers this week' },
		{
			displayName: 'Card Type',
			name: 'cardType',
			type: 'options',
			options: [
				{ name: 'Images', value: 'image' },
				{ name: 'Products', value: 'product' },
				{ name: 'Videos', value: 'video' },
			],
			default: 'image',
			description: 'What the cards show',
		},
		{
			displayName: 'Button Type',
			name: 'buttonType',
			type: 'options',
			displayOptions: { show: { cardType: ['image', 'video'] } },
			options: [
				{
					name: 'Reply Buttons',
					value: 'reply',
					description: 'Sends a reply, which the trigger receives',
				},
				{ name: 'URL Button', value: 'url', description: 'Opens a web page' },
			],
			default: 'url',
			description: 'The type of the buttons on all cards',
		},
		...formOrJson(
			{
				displayName: 'Cards',
				name: 'cards',
				type: 'fixedCollection',
				placeholder: 'Add card',
				typeOptions: {
					multipleValues: true,
					sortable: true,
					minRequiredFields: CAROUSEL_LIMITS.cards.min,
					maxAllowedFields: CAROUSEL_LIMITS.cards.max,
					fixedCollection: { itemTitle: '={{ "Card " + ($collection.item.index + 1) }}' },
				},
				displayOptions: { show: { cardType: ['image', 'video'] } },
				default: {},
				description: 'Two to ten cards',
				options: [
					{
						displayName: 'Card',
						name: 'card',
						values: carouselCardFields,
					},
				],
			},
			{
				example: [
					{
						mediaLink: 'https://example.com/bread.jpg',
						body: 'Fresh every morning',
						displayText: 'Order',
						url: 'https://example.com/bread',
					},
					{
						mediaLink: 'https://example.com/cake.jpg',
						body: 'With real butter',
						displayText: 'Order',
						url: 'https://example.com/cake',
					},
				],
				description:
					'Two to ten cards, each with mediaLink, mediaId, or mediaBinary (name of the binary field), body, and either displayText and url or buttons [{ "id", "title" }]. Cards in Meta\'s format are accepted too.',
			},
		),
		{
			displayName: 'Catalog ID',
			name: 'catalogId',
			type: 'string',
			required: true,
			displayOptions: { show: { cardType: ['product'] } },
			default: '',
			placeholder: 'e.g. 194836987003835',
			description: 'Find it in Commerce Manager → Catalog → Settings',
		},
		{
			displayName: 'Product IDs',
			name: 'productRetailerIds',
			type: 'string',
			required: true,
			displayOptions: { show: { cardType: ['product'] } },
			default: '',
			placeholder: 'e.g. SKU-4711, SKU-4712',
			description: 'Content IDs (SKUs) of two to ten products, separated by commas',
		},
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		const text = param.text('body');
		if (param.text('cardType') === 'product') {
			return await sendAndTell(
				call,
				productCarouselMessage({
					body: text,
					catalogId: param.text('catalogId'),
					productRetailerIds: param.texts('productRetailerIds'),
				}),
			);
		}
		const mediaType = param.text('cardType') === 'video' ? 'video' : 'image';
		const rows = entriesOf(param, 'cards', 'card');
		const content = (cards: CarouselCard[]) => carouselMessage({ body: text, mediaType, cards });
		content(rows.map((row) => cardOf(row, { id: 'not-uploaded-yet' })));
		const cards: CarouselCard[] = [];
		for (const row of rows) cards.push(cardOf(row, await mediaOf(call, row, mediaType)));
		return await sendAndTell(call, content(cards));
	},
};

function cardOf(row: Values, media: CarouselCard['media']): CarouselCard {
	return {
		media,
		body: row.optionalText('body'),
		...((row.has('displayText') || row.has('url')) && {
			urlButton: { displayText: row.text('displayText'), url: row.text('url') },
		}),
		buttons: row.rows('buttons', 'button', 'title').map(replyButtonOf),
	};
}

/** In JSON the source is optional: the key with a value defines it. */
async function mediaOf(call: Call, row: Values, mediaType: 'image' | 'video') {
	const names = mediaFieldNames('media');
	const source =
		row.text(names.source) || (row.has(names.link) ? 'link' : row.has(names.id) ? 'id' : 'binary');
	return await resolveMedia(call, {
		mediaType,
		read: (name) => (name === names.source ? source : row.text(name)),
	});
}
