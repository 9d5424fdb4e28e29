import { buttonsMessage } from '../../cloud-api/messages/buttons';
import { carouselMessage, productCarouselMessage } from '../../cloud-api/messages/carousel';
import { contactsMessage } from '../../cloud-api/messages/contacts';
import type { MessageContent } from '../../cloud-api/messages/content';
import { messageBody } from '../../cloud-api/messages/envelope';
import { flowMessage } from '../../cloud-api/messages/flow';
import { listMessage } from '../../cloud-api/messages/list';
import { mediaMessage } from '../../cloud-api/messages/media';
import { orderDetailsMessage } from '../../cloud-api/messages/orderDetails';
import { orderStatusMessage } from '../../cloud-api/messages/orderStatus';
import { pinMessage } from '../../cloud-api/messages/pin';
import {
	catalogMessage,
	productListMessage,
	productMessage,
} from '../../cloud-api/messages/product';
import {
	callPermissionRequestMessage,
	contactInfoRequestMessage,
	locationRequestMessage,
} from '../../cloud-api/messages/requests';
import { addressRequestMessage } from '../../cloud-api/messages/addressRequest';
import { textMessage } from '../../cloud-api/messages/text';
import { urlButtonMessage } from '../../cloud-api/messages/urlButton';
import { voiceCallMessage } from '../../cloud-api/messages/voiceCall';

export const body = 'Hello';
export const buttons = [{ id: 'yes', title: 'Yes' }];
export const rows = [{ id: 'one', title: 'One' }];
export const media = { id: '1' };
export const card = { media, urlButton: { displayText: 'Open', url: 'https://example.com' } };
export const order = {
	body,
	referenceId: 'r1',
	goods: 'physical-goods' as const,
	currency: 'INR',
	items: [{ retailerId: 'sku', name: 'Bread', price: 10, quantity: 1 }],
};
export const to = { kind: 'phone', value: '+491701234567' } as const;
export const text = textMessage({ text: body });

/**
 * The limits are Meta's numbers, written out so that a wrong constant fails. The comments name the page,
 * below https://developers.facebook.com/documentation/business-messaging/whatsapp/.
 */
type Case = [name: string, limit: number, field: string, make: (value: string) => unknown];

/** Texts and their longest length. */
export const TEXTS: Case[] = [
	// messages/text-messages
	['text', 4096, 'text', (t) => textMessage({ text: t })],
	// messages/image-messages, video-messages, document-messages
	['caption', 1024, 'caption', (t) => mediaMessage({ type: 'image', media, caption: t })],
	// messages/interactive-reply-buttons-messages
	['body of buttons', 1024, 'body', (t) => buttonsMessage({ body: t, buttons })],
	['footer', 60, 'footer', (t) => buttonsMessage({ body, footer: t, buttons })],
	[
		'header text',
		60,
		'header.text',
		(t) => buttonsMessage({ header: { type: 'text', text: t }, body, buttons }),
	],
	[
		'button title',
		20,
		'buttons[0].title',
		(t) => buttonsMessage({ body, buttons: [{ id: 'a', title: t }] }),
	],
	[
		'button ID',
		256,
		'buttons[0].id',
		(t) => buttonsMessage({ body, buttons: [{ id: t, title: 'A' }] }),
	],
	// messages/interactive-list-messages
	[
		'body of a list',
		4096,
		'body',
		(t) => listMessage({ body: t, button: 'Open', sections: [{ rows }] }),
	],
	['list button', 20, 'button', (t) => listMessage({ body, button: t, sections: [{ rows }] })],
	[
		'section title',
		24,
		'sections[0].title',
		(t) => listMessage({ body, button: 'Open', sections: [{ title: t, rows }] }),
	],
	[
		'row title',
		24,
		'sections[0].rows[0].title',
		(t) => listMessage({ body, button: 'Open', sections: [{ rows: [{ id: 'a', title: t }] }] }),
	],
	[
		'row ID',
		200,
		'sections[0].rows[0].id',
		(t) => listMessage({ body, button: 'Open', sections: [{ rows: [{ id: t, title: 'A' }] }] }),
	],
	[
		'row description',
		72,
		'sections[0].rows[0].description',
		(t) =>
			listMessage({
				body,
				button: 'Open',
				sections: [{ rows: [{ id: 'a', title: 'A', description: t }] }],
			}),
	],
	// messages/interactive-cta-url-messages
	[
		'URL button text',
		20,
		'displayText',
		(t) => urlButtonMessage({ body, displayText: t, url: 'https://example.com' }),
	],
	// messages/location-request-messages
	['body of a location request', 1024, 'body', (t) => locationRequestMessage({ body: t })],
	// calling/user-call-permissions
	[
		'body of a call permission request',
		1024,
		'body',
		(t) => callPermissionRequestMessage({ body: t }),
	],
	['body of a contact info request', 1024, 'body', (t) => contactInfoRequestMessage({ body: t })],
	// messages/address-messages
	['body of an address request', 1024, 'body', (t) => addressRequestMessage({ body: t })],
	// messages/interactive-media-carousel-messages
	[
		'body of a carousel',
		1024,
		'body',
		(t) => carouselMessage({ body: t, mediaType: 'image', cards: [card, card] }),
	],
	[
		'body of a product carousel',
		1024,
		'body',
		(t) => productCarouselMessage({ body: t, catalogId: '1', productRetailerIds: ['a', 'b'] }),
	],
	[
		'card text',
		160,
		'cards[1].body',
		(t) => carouselMessage({ body, mediaType: 'image', cards: [card, { ...card, body: t }] }),
	],
	[
		'card button text',
		20,
		'cards[1].urlButton.displayText',
		(t) =>
			carouselMessage({
				body,
				mediaType: 'image',
				cards: [card, { media, urlButton: { displayText: t, url: 'https://example.com' } }],
			}),
	],
	// flows/guides/sendingaflow
	['Flow button', 30, 'cta', (t) => flowMessage({ body, flowId: '1', cta: t })],
	// calling/call-button-messages-deep-links
	['voice call button', 20, 'displayText', (t) => voiceCallMessage({ body, displayText: t })],
	['voice call payload', 512, 'payload', (t) => voiceCallMessage({ body, payload: t })],
	// messages/interactive-product-messages
	[
		'body of a product',
		1024,
		'body',
		(t) => productMessage({ body: t, catalogId: '1', productRetailerId: 'a' }),
	],
	['body of a catalog', 1024, 'body', (t) => catalogMessage({ body: t })],
	// messages/interactive-product-list-messages
	[
		'product section title',
		24,
		'sections[0].title',
		(t) =>
			productListMessage({
				header: { type: 'text', text: 'Ours' },
				body,
				catalogId: '1',
				sections: [{ title: t, productRetailerIds: ['a'] }],
			}),
	],
	// payments: order details and order status
	['order reference', 35, 'referenceId', (t) => orderDetailsMessage({ ...order, referenceId: t })],
	[
		'order status description',
		120,
		'description',
		(t) => orderStatusMessage({ body, referenceId: 'r1', status: 'shipped', description: t }),
	],
	// payments: order details, order.tax, order.shipping, order.discount
	[
		'description of a tax',
		60,
		'taxDescription',
		(t) => orderDetailsMessage({ ...order, tax: 1, taxDescription: t }),
	],
	[
		'description of a shipping fee',
		60,
		'shippingDescription',
		(t) => orderDetailsMessage({ ...order, shipping: 1, shippingDescription: t }),
	],
	[
		'description of a discount',
		60,
		'discountDescription',
		(t) => orderDetailsMessage({ ...order, discount: 1, discountDescription: t }),
	],
	[
		'name of a discount program',
		60,
		'discountProgram',
		(t) => orderDetailsMessage({ ...order, discount: 1, discountProgram: t }),
	],
	// reference/whatsapp-business-phone-number/message-api (biz_opaque_callback_data)
	['callback data', 512, 'callbackData', (t) => messageBody(to, text, { callbackData: t })],
];

const CTA_CARDS = (count: number) =>
	carouselMessage({ body, mediaType: 'image', cards: Array<typeof card>(count).fill(card) });
export const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `id${index}`, title: `Title ${index}` }));
const products = (count: number) => numbered(count).map(({ id }) => id);

/** How many there may be. */
export const COUNTS: Array<
	[string, { min: number; max: number }, string, (count: number) => MessageContent]
> = [
	['buttons', { min: 1, max: 3 }, 'buttons', (n) => buttonsMessage({ body, buttons: numbered(n) })],
	// messages/interactive-list-messages
	[
		'list sections',
		{ min: 1, max: 10 },
		'sections',
		(n) =>
			listMessage({
				body,
				button: 'Open',
				sections: numbered(n).map(({ id, title }) => ({ title, rows: [{ id, title }] })),
			}),
	],
	[
		'list rows in one section',
		{ min: 1, max: 10 },
		'sections',
		(n) => listMessage({ body, button: 'Open', sections: [{ rows: numbered(n) }] }),
	],
	// messages/interactive-media-carousel-messages, interactive-product-carousel-messages
	['carousel cards', { min: 2, max: 10 }, 'cards', CTA_CARDS],
	[
		'product cards',
		{ min: 2, max: 10 },
		'productRetailerIds',
		(n) => productCarouselMessage({ body, catalogId: '1', productRetailerIds: products(n) }),
	],
	// messages/interactive-product-list-messages
	[
		'products of a list',
		{ min: 1, max: 30 },
		'sections',
		(n) =>
			productListMessage({
				header: { type: 'text', text: 'Ours' },
				body,
				catalogId: '1',
				sections: [{ productRetailerIds: products(n) }],
			}),
	],
	[
		'product list sections',
		{ min: 1, max: 10 },
		'sections',
		(n) =>
			productListMessage({
				header: { type: 'text', text: 'Ours' },
				body,
				catalogId: '1',
				sections: numbered(n).map(({ id, title }) => ({ title, productRetailerIds: [id] })),
			}),
	],
	[
		'reply buttons of a card',
		{ min: 1, max: 3 },
		'cards[0].buttons',
		(n) => {
			const replies = { media, buttons: numbered(n) };
			return carouselMessage({ body, mediaType: 'image', cards: [replies, replies] });
		},
	],
	[
		'line breaks in a card text',
		{ min: 0, max: 2 },
		'cards[0].body',
		(n) => {
			const long = { ...card, body: `a${'\nb'.repeat(Math.max(n, 0))}` };
			return carouselMessage({ body, mediaType: 'image', cards: [long, long] });
		},
	],
	// payments: order details
	[
		'pieces of an order item',
		{ min: 1, max: 1_000_000 },
		'items[0].quantity',
		(n) => orderDetailsMessage({ ...order, items: [{ ...order.items[0], quantity: n }] }),
	],
	// messages/contacts-messages
	[
		'contacts',
		{ min: 1, max: 257 },
		'contacts',
		(n) => contactsMessage({ contacts: numbered(n).map(({ title }) => ({ firstName: title })) }),
	],
	// groups/groups-messaging (pin)
	[
		'days of a pin',
		{ min: 1, max: 30 },
		'expirationDays',
		(n) => pinMessage({ action: 'pin', messageId: 'wamid.1', expirationDays: n }),
	],
	// calling/call-button-messages-deep-links
	[
		'minutes of a call button',
		{ min: 1, max: 43_200 },
		'ttlMinutes',
		(n) => voiceCallMessage({ body, ttlMinutes: n }),
	],
];
