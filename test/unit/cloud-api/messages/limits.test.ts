import * as fc from 'fast-check';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { buttonsMessage } from '../../../../cloud-api/messages/buttons';
import { carouselMessage, productCarouselMessage } from '../../../../cloud-api/messages/carousel';
import { contactsMessage } from '../../../../cloud-api/messages/contacts';
import type { MessageContent } from '../../../../cloud-api/messages/content';
import { messageBody } from '../../../../cloud-api/messages/envelope';
import { flowMessage } from '../../../../cloud-api/messages/flow';
import { listMessage } from '../../../../cloud-api/messages/list';
import { locationMessage } from '../../../../cloud-api/messages/location';
import { mediaMessage } from '../../../../cloud-api/messages/media';
import { orderDetailsMessage } from '../../../../cloud-api/messages/orderDetails';
import { orderStatusMessage } from '../../../../cloud-api/messages/orderStatus';
import { pinMessage } from '../../../../cloud-api/messages/pin';
import {
	catalogMessage,
	productListMessage,
	productMessage,
} from '../../../../cloud-api/messages/product';
import {
	callPermissionRequestMessage,
	contactInfoRequestMessage,
	locationRequestMessage,
} from '../../../../cloud-api/messages/requests';
import { addressRequestMessage } from '../../../../cloud-api/messages/addressRequest';
import { textMessage } from '../../../../cloud-api/messages/text';
import { urlButtonMessage } from '../../../../cloud-api/messages/urlButton';
import { voiceCallMessage } from '../../../../cloud-api/messages/voiceCall';

const body = 'Hello';
const buttons = [{ id: 'yes', title: 'Yes' }];
const rows = [{ id: 'one', title: 'One' }];
const media = { id: '1' };
const card = { media, urlButton: { displayText: 'Open', url: 'https://example.com' } };
const order = {
	body,
	referenceId: 'r1',
	goods: 'physical-goods' as const,
	currency: 'INR',
	items: [{ retailerId: 'sku', name: 'Bread', price: 10, quantity: 1 }],
};
const to = { kind: 'phone', value: '+491701234567' } as const;
const text = textMessage({ text: body });

/**
 * The limits are Meta's numbers, written out so that a wrong constant fails. The comments name the page,
 * below https://developers.facebook.com/documentation/business-messaging/whatsapp/.
 */
type Case = [name: string, limit: number, field: string, make: (value: string) => unknown];

const TEXTS: Case[] = [
	// messages/text-messages
	['text', 4096, 'text', (t) => textMessage({ text: t })],
	// messages/image-messages, video-messages, document-messages
	['caption', 1024, 'caption', (t) => mediaMessage({ kind: 'image', media, caption: t })],
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
		(t) => carouselMessage({ body: t, mediaKind: 'image', cards: [card, card] }),
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
		(t) => carouselMessage({ body, mediaKind: 'image', cards: [card, { ...card, body: t }] }),
	],
	[
		'card button text',
		20,
		'cards[1].urlButton.displayText',
		(t) =>
			carouselMessage({
				body,
				mediaKind: 'image',
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
	// reference/whatsapp-business-phone-number/message-api (biz_opaque_callback_data)
	['callback data', 512, 'callbackData', (t) => messageBody(to, text, { callbackData: t })],
];

/** Code points that are not emoji: a letter, an umlaut, an astral letter, a CJK character. */
const letter = fc.constantFrom('a', 'ü', '𝒜', '語');
const emojiToo = fc.constantFrom('a', 'ü', '😀', '語');
const ofLength = (length: number, alphabet: fc.Arbitrary<string>) =>
	fc.array(alphabet, { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Texts in which WhatsApp does not take every character. */
const ALPHABETS = new Map<string, fc.Arbitrary<string>>([
	['Flow button', letter],
	['order reference', fc.constantFrom('a', 'Z', '7', '_', '-', '.')],
]);

describe.each(TEXTS)('%s', (name, limit, field, make) => {
	const alphabet = ALPHABETS.get(name) ?? emojiToo;

	it(`accepts every text of 1 to ${limit} characters unchanged`, () => {
		fc.assert(
			fc.property(
				fc
					.oneof(fc.constant(limit), fc.integer({ min: 1, max: limit }))
					.chain((length) => ofLength(length, alphabet)),
				(value) => {
					expect(JSON.stringify(make(value))).toContain(value);
				},
			),
			{ numRuns: 20 },
		);
	});

	it(`rejects every text of more than ${limit} characters and names both lengths`, () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5 }).chain((over) => ofLength(limit + over, alphabet)),
				(value) => {
					const rejection = rejectionOf(() => make(value));
					expect(rejection.field).toBe(field);
					expect(rejection.message).toContain([...value].length.toLocaleString('en-US'));
					expect(rejection.message).toContain(limit.toLocaleString('en-US'));
				},
			),
			{ numRuns: 20 },
		);
	});

	it('rejects a text of spaces only', () => {
		expect(rejectionOf(() => make('   ')).message).toMatch(/only spaces/);
	});
});

const CTA_CARDS = (count: number) =>
	carouselMessage({ body, mediaKind: 'image', cards: Array<typeof card>(count).fill(card) });
const numbered = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `id${index}`, title: `Title ${index}` }));
const products = (count: number) => numbered(count).map(({ id }) => id);

const COUNTS: Array<
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
			return carouselMessage({ body, mediaKind: 'image', cards: [replies, replies] });
		},
	],
	[
		'line breaks in a card text',
		{ min: 0, max: 2 },
		'cards[0].body',
		(n) => {
			const long = { ...card, body: `a${'\nb'.repeat(Math.max(n, 0))}` };
			return carouselMessage({ body, mediaKind: 'image', cards: [long, long] });
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

describe.each(COUNTS)('number of %s', (_, { min, max }, field, make) => {
	it(`accepts ${min} and ${max}`, () => {
		for (const count of [min, max]) expect(make(count).type).toBeTruthy();
	});

	it(`rejects ${min - 1} and ${max + 1}`, () => {
		for (const count of [min - 1, max + 1].filter((one) => one >= 0)) {
			expect(rejectionOf(() => make(count)).field.startsWith(field)).toBe(true);
		}
	});
});

describe('rows in several sections', () => {
	it('are counted together', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 }),
				(sizes) => {
					const make = () =>
						listMessage({
							body,
							button: 'Open',
							sections: sizes.map((size, at) => ({
								title: `Section ${at}`,
								rows: numbered(size).map((row) => ({ ...row, id: `${at}-${row.id}` })),
							})),
						});
					const total = sizes.reduce((sum, size) => sum + size, 0);
					if (total <= 10) expect(make().type).toBe('interactive');
					else expect(rejectionOf(make).message).toContain(`${total} rows`);
				},
			),
		);
	});
});

describe('coordinates', () => {
	it('are accepted within -90 to 90 and -180 to 180, and rejected outside', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -90, max: 90, noNaN: true }),
				fc.double({ min: -180, max: 180, noNaN: true }),
				(latitude, longitude) => {
					expect(locationMessage({ latitude, longitude }).location).toEqual({
						latitude,
						longitude,
					});
				},
			),
		);
		expect(rejectionOf(() => locationMessage({ latitude: 90.01, longitude: 0 })).field).toBe(
			'latitude',
		);
		expect(rejectionOf(() => locationMessage({ latitude: 0, longitude: -180.5 })).field).toBe(
			'longitude',
		);
		expect(rejectionOf(() => locationMessage({ latitude: '', longitude: 0 })).message).toMatch(
			/empty/,
		);
		expect(rejectionOf(() => locationMessage({ latitude: 'north', longitude: 0 })).field).toBe(
			'latitude',
		);
	});
});

describe('Direct Send', () => {
	it.each([
		['utility', 30, 43_200],
		['authentication', 30, 900],
	] as const)('%s: ttlSeconds from %d to %d', (category, min, max) => {
		for (const ttlSeconds of [min, max]) {
			expect(messageBody(to, text, { category, ttlSeconds })).toMatchObject({
				category,
				ttl_seconds: ttlSeconds,
			});
		}
		for (const ttlSeconds of [min - 1, max + 1]) {
			expect(rejectionOf(() => messageBody(to, text, { category, ttlSeconds })).field).toBe(
				'ttlSeconds',
			);
		}
	});

	it('rejects ttlSeconds without a category', () => {
		expect(rejectionOf(() => messageBody(to, text, { ttlSeconds: 60 })).field).toBe('ttlSeconds');
	});

	it('accepts a template name of 512 characters and rejects 513', () => {
		const named = (length: number) =>
			messageBody(to, text, {
				category: 'utility',
				directSendTemplateName: 'a'.repeat(length),
			});
		expect(named(512)).toMatchObject({ category: 'utility' });
		expect(rejectionOf(() => named(513)).field).toBe('directSendTemplateName');
	});

	it('accepts a text of 1,024 characters and rejects 1,025', () => {
		const send = (length: number) =>
			messageBody(to, textMessage({ text: 'ü'.repeat(length) }), { category: 'utility' });
		expect(send(1024)).toMatchObject({ category: 'utility' });
		expect(rejectionOf(() => send(1025))).toMatchObject({
			field: 'text',
			message: expect.stringMatching(/1,025.*1,024/),
		});
	});

	it.each([
		['a link preview', 'previewUrl', textMessage({ text: 'a', previewUrl: true })],
		['an image', 'category', mediaMessage({ kind: 'image', media })],
		['a list', 'category', listMessage({ body, button: 'Open', sections: [{ rows }] })],
		['a voice call button with a footer', 'footer', voiceCallMessage({ body, footer: 'f' })],
	])('rejects %s', (_, field, content) => {
		expect(rejectionOf(() => messageBody(to, content, { category: 'utility' })).field).toBe(field);
	});

	it('rejects a user ID for authentication, and passes unknown message types through', () => {
		const user = { kind: 'user', value: 'US.1349' } as const;
		expect(rejectionOf(() => messageBody(user, text, { category: 'authentication' })).field).toBe(
			'recipient',
		);
		expect(messageBody(user, text, { category: 'utility' })).toMatchObject({
			recipient: 'US.1349',
		});
		const future = { type: 'hologram', hologram: {} };
		expect(messageBody(to, future, { category: 'utility' })).toMatchObject({ type: 'hologram' });
	});

	it('accepts up to two URL buttons with reply buttons, ten in total', () => {
		const urlButtons = [{ displayText: 'Open', url: 'https://example.com' }];
		const message = buttonsMessage({ body, buttons: numbered(9), urlButtons, directSend: true });
		expect(message).toMatchObject({
			interactive: {
				action: { buttons: expect.arrayContaining([expect.objectContaining({ type: 'cta_url' })]) },
			},
		});
		expect(
			rejectionOf(() =>
				buttonsMessage({ body, buttons: numbered(10), urlButtons, directSend: true }),
			).field,
		).toBe('buttons');
		expect(rejectionOf(() => buttonsMessage({ body, buttons, urlButtons })).field).toBe(
			'urlButtons',
		);
	});
});

// payments: order details, expiration
it('an order expires at least 300 seconds from now', () => {
	const now = Date.UTC(2027, 0, 1);
	const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
	try {
		const expiring = (seconds: number) =>
			orderDetailsMessage({ ...order, expiration: { at: now + seconds * 1000 } });
		expect(JSON.stringify(expiring(300))).toContain(`"timestamp":"${now / 1000 + 300}"`);
		expect(rejectionOf(() => expiring(299)).message).toMatch(/five minutes from now/);
	} finally {
		clock.mockRestore();
	}
});

// Our own limits, far above what Meta assigns and what anybody pays: what is larger is a mistake.
it('an ID of Meta has up to 512 characters', () => {
	const pin = (length: number) =>
		pinMessage({ action: 'pin', messageId: 'a'.repeat(length), expirationDays: 7 });
	expect(JSON.stringify(pin(512))).toContain('a'.repeat(512));
	expect(rejectionOf(() => pin(513))).toMatchObject({
		field: 'messageId',
		message: expect.stringMatching(/513.*512/),
	});
});

it('an amount of money is up to 1,000,000,000', () => {
	const taxed = (tax: number) => orderDetailsMessage({ ...order, tax });
	expect(JSON.stringify(taxed(1_000_000_000))).toContain('100000000000');
	expect(rejectionOf(() => taxed(1_000_000_001)).field).toBe('tax');
});

function rejectionOf(make: () => unknown): InvalidInputError {
	let rejection: unknown;
	try {
		make();
	} catch (error) {
		rejection = error;
	}
	expect(rejection).toBeInstanceOf(InvalidInputError);
	return rejection as InvalidInputError;
}
