import {
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
		'Send two to ten cards side by side: pictures or videos with buttons, or products of a catalog',
	sends: true,
	fields: [
		sender,
		recipient,
		{ ...body, placeholder: 'e.g. Our offers of this week' },
		{
			displayName: 'Kind of Cards',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'Images', value: 'image' },
				{ name: 'Products', value: 'product' },
				{ name: 'Videos', value: 'video' },
			],
			default: 'image',
		},
		{
			displayName: 'Kind of Buttons',
			name: 'buttonKind',
			type: 'options',
			displayOptions: { show: { kind: ['image', 'video'] } },
			options: [
				{
					name: 'Reply Buttons',
					value: 'reply',
					description: 'A tap comes back through the trigger',
				},
				{ name: 'URL Button', value: 'url', description: 'Opens a web page' },
			],
			default: 'url',
			description: 'The same for every card, as WhatsApp demands',
		},
		...formOrJson(
			{
				displayName: 'Cards',
				name: 'cards',
				type: 'fixedCollection',
				placeholder: 'Add card',
				typeOptions: { multipleValues: true, sortable: true },
				displayOptions: { show: { kind: ['image', 'video'] } },
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
					'Two to ten cards, each with mediaLink, mediaId or mediaBinary (the name of a binary field), body, and displayText with url, or buttons [{ "id", "title" }]',
			},
		),
		{
			displayName: 'Catalog ID',
			name: 'catalogId',
			type: 'string',
			required: true,
			displayOptions: { show: { kind: ['product'] } },
			default: '',
			placeholder: 'e.g. 194836987003835',
			description: 'Shown in Commerce Manager → Catalog → Settings',
		},
		{
			displayName: 'Product IDs',
			name: 'productRetailerIds',
			type: 'string',
			required: true,
			displayOptions: { show: { kind: ['product'] } },
			default: '',
			placeholder: 'e.g. SKU-4711, SKU-4712',
			description: 'Two to ten content IDs (SKUs) of products, separated by commas',
		},
		simplify,
		sendOptions(),
	],
	async run(call) {
		const { param } = call;
		const text = param.text('body');
		if (param.text('kind') === 'product') {
			return await sendAndTell(
				call,
				productCarouselMessage({
					body: text,
					catalogId: param.text('catalogId'),
					productRetailerIds: param.texts('productRetailerIds'),
				}),
			);
		}
		const mediaKind = param.text('kind') === 'video' ? 'video' : 'image';
		const rows = entriesOf(param, 'cards', 'card');
		const content = (cards: CarouselCard[]) => carouselMessage({ body: text, mediaKind, cards });
		content(rows.map((row) => cardOf(row, { id: 'not-uploaded-yet' })));
		const cards: CarouselCard[] = [];
		for (const row of rows) cards.push(cardOf(row, await mediaOf(call, row, mediaKind)));
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

/** In JSON the source need not be named: the field that is filled in tells it. */
async function mediaOf(call: Call, row: Values, kind: 'image' | 'video') {
	const names = mediaFieldNames('media');
	const source =
		row.text(names.source) || (row.has(names.link) ? 'link' : row.has(names.id) ? 'id' : 'binary');
	const { media } = await resolveMedia(call, {
		kind,
		read: (name) => (name === names.source ? source : row.text(name)),
	});
	return media;
}
