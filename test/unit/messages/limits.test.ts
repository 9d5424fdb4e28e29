import * as fc from 'fast-check';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { buttonsMessage, BUTTONS_LIMITS } from '../../../cloud-api/messages/buttons';
import {
	carouselMessage,
	CAROUSEL_LIMITS,
	productCarouselMessage,
} from '../../../cloud-api/messages/carousel';
import { contactsMessage, CONTACTS_LIMITS } from '../../../cloud-api/messages/contacts';
import type { MessageContent } from '../../../cloud-api/messages/content';
import { ENVELOPE_LIMITS, messageBody } from '../../../cloud-api/messages/envelope';
import { flowMessage, FLOW_LIMITS } from '../../../cloud-api/messages/flow';
import { INTERACTIVE_LIMITS } from '../../../cloud-api/messages/interactive';
import { listMessage, LIST_LIMITS } from '../../../cloud-api/messages/list';
import { locationMessage } from '../../../cloud-api/messages/location';
import { mediaMessage, MEDIA_MESSAGE_LIMITS } from '../../../cloud-api/messages/media';
import { orderDetailsMessage, ORDER_LIMITS } from '../../../cloud-api/messages/orderDetails';
import { orderStatusMessage } from '../../../cloud-api/messages/orderStatus';
import { pinMessage } from '../../../cloud-api/messages/pin';
import {
	catalogMessage,
	productListMessage,
	productMessage,
	PRODUCT_LIMITS,
} from '../../../cloud-api/messages/product';
import {
	callPermissionRequestMessage,
	contactInfoRequestMessage,
	locationRequestMessage,
} from '../../../cloud-api/messages/requests';
import { addressRequestMessage } from '../../../cloud-api/messages/addressRequest';
import { textMessage, TEXT_LIMITS } from '../../../cloud-api/messages/text';
import { urlButtonMessage, URL_BUTTON_LIMITS } from '../../../cloud-api/messages/urlButton';
import { voiceCallMessage, VOICE_CALL_LIMITS } from '../../../cloud-api/messages/voiceCall';

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

type Case = [name: string, limit: number, field: string, make: (value: string) => unknown];

const I = INTERACTIVE_LIMITS;
const TEXTS: Case[] = [
	['text', TEXT_LIMITS.body, 'text', (t) => textMessage({ text: t })],
	[
		'caption',
		MEDIA_MESSAGE_LIMITS.caption,
		'caption',
		(t) => mediaMessage({ kind: 'image', media, caption: t }),
	],
	['body of buttons', I.body, 'body', (t) => buttonsMessage({ body: t, buttons })],
	['footer', I.footer, 'footer', (t) => buttonsMessage({ body, footer: t, buttons })],
	[
		'header text',
		I.headerText,
		'header.text',
		(t) => buttonsMessage({ header: { type: 'text', text: t }, body, buttons }),
	],
	[
		'button title',
		BUTTONS_LIMITS.title,
		'buttons[0].title',
		(t) => buttonsMessage({ body, buttons: [{ id: 'a', title: t }] }),
	],
	[
		'button ID',
		BUTTONS_LIMITS.id,
		'buttons[0].id',
		(t) => buttonsMessage({ body, buttons: [{ id: t, title: 'A' }] }),
	],
	[
		'body of a list',
		LIST_LIMITS.body,
		'body',
		(t) => listMessage({ body: t, button: 'Open', sections: [{ rows }] }),
	],
	[
		'list button',
		LIST_LIMITS.button,
		'button',
		(t) => listMessage({ body, button: t, sections: [{ rows }] }),
	],
	[
		'section title',
		LIST_LIMITS.sectionTitle,
		'sections[0].title',
		(t) => listMessage({ body, button: 'Open', sections: [{ title: t, rows }] }),
	],
	[
		'row title',
		LIST_LIMITS.rowTitle,
		'sections[0].rows[0].title',
		(t) => listMessage({ body, button: 'Open', sections: [{ rows: [{ id: 'a', title: t }] }] }),
	],
	[
		'row ID',
		LIST_LIMITS.rowId,
		'sections[0].rows[0].id',
		(t) => listMessage({ body, button: 'Open', sections: [{ rows: [{ id: t, title: 'A' }] }] }),
	],
	[
		'row description',
		LIST_LIMITS.rowDescription,
		'sections[0].rows[0].description',
		(t) =>
			listMessage({
				body,
				button: 'Open',
				sections: [{ rows: [{ id: 'a', title: 'A', description: t }] }],
			}),
	],
	[
		'URL button text',
		URL_BUTTON_LIMITS.displayText,
		'displayText',
		(t) => urlButtonMessage({ body, displayText: t, url: 'https://example.com' }),
	],
	['body of a location request', I.body, 'body', (t) => locationRequestMessage({ body: t })],
	[
		'body of a call permission request',
		I.body,
		'body',
		(t) => callPermissionRequestMessage({ body: t }),
	],
	['body of a contact info request', I.body, 'body', (t) => contactInfoRequestMessage({ body: t })],
	['body of an address request', I.body, 'body', (t) => addressRequestMessage({ body: t })],
	[
		'card text',
		CAROUSEL_LIMITS.cardBody,
		'cards[1].body',
		(t) => carouselMessage({ body, mediaKind: 'image', cards: [card, { ...card, body: t }] }),
	],
	[
		'card button text',
		CAROUSEL_LIMITS.displayText,
		'cards[1].urlButton.displayText',
		(t) =>
			carouselMessage({
				body,
				mediaKind: 'image',
				cards: [card, { media, urlButton: { displayText: t, url: 'https://example.com' } }],
			}),
	],
	['Flow button', FLOW_LIMITS.cta, 'cta', (t) => flowMessage({ body, flowId: '1', cta: t })],
	[
		'voice call button',
		VOICE_CALL_LIMITS.displayText,
		'displayText',
		(t) => voiceCallMessage({ body, displayText: t }),
	],
	[
		'voice call payload',
		VOICE_CALL_LIMITS.payload,
		'payload',
		(t) => voiceCallMessage({ body, payload: t }),
	],
	[
		'body of a product',
		I.body,
		'body',
		(t) => productMessage({ body: t, catalogId: '1', productRetailerId: 'a' }),
	],
	['body of a catalog', I.body, 'body', (t) => catalogMessage({ body: t })],
	[
		'product section title',
		PRODUCT_LIMITS.sectionTitle,
		'sections[0].title',
		(t) =>
			productListMessage({
				header: { type: 'text', text: 'Ours' },
				body,
				catalogId: '1',
				sections: [{ title: t, productRetailerIds: ['a'] }],
			}),
	],
	[
		'order reference',
		ORDER_LIMITS.referenceId,
		'referenceId',
		(t) => orderDetailsMessage({ ...order, referenceId: t }),
	],
	[
		'order status description',
		ORDER_LIMITS.statusDescription,
		'description',
		(t) => orderStatusMessage({ body, referenceId: 'r1', status: 'shipped', description: t }),
	],
	[
		'callback data',
		ENVELOPE_LIMITS.callbackData,
		'callbackData',
		(t) => messageBody(to, text, { callbackData: t }),
	],
];

/** Code points without meaning of their own: a letter, an umlaut, an astral letter, a CJK sign. */
const letter = fc.constantFrom('a', 'ü', '𝒜', '語');
const emojiToo = fc.constantFrom('a', 'ü', '😀', '語');
const ofLength = (length: number, alphabet: fc.Arbitrary<string>) =>
	fc.array(alphabet, { minLength: length, maxLength: length }).map((all) => all.join(''));

describe.each(TEXTS)('%s', (name, limit, field, make) => {
	const alphabet = name === 'Flow button' ? letter : emojiToo;

	it(`takes every text of 1 to ${limit} characters, whole`, () => {
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

	it(`refuses every text of more than ${limit}, naming both sizes`, () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5 }).chain((over) => ofLength(limit + over, alphabet)),
				(value) => {
					const refusal = refusalOf(() => make(value));
					expect(refusal.field).toBe(field);
					expect(refusal.message).toContain([...value].length.toLocaleString('en-US'));
					expect(refusal.message).toContain(limit.toLocaleString('en-US'));
				},
			),
			{ numRuns: 20 },
		);
	});

	it('refuses text of spaces only', () => {
		expect(refusalOf(() => make('   ')).message).toMatch(/only spaces/);
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
	[
		'buttons',
		BUTTONS_LIMITS.buttons,
		'buttons',
		(n) => buttonsMessage({ body, buttons: numbered(n) }),
	],
	[
		'list sections',
		LIST_LIMITS.sections,
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
		LIST_LIMITS.rows,
		'sections',
		(n) => listMessage({ body, button: 'Open', sections: [{ rows: numbered(n) }] }),
	],
	['carousel cards', CAROUSEL_LIMITS.cards, 'cards', CTA_CARDS],
	[
		'product cards',
		CAROUSEL_LIMITS.cards,
		'productRetailerIds',
		(n) => productCarouselMessage({ body, catalogId: '1', productRetailerIds: products(n) }),
	],
	[
		'products of a list',
		PRODUCT_LIMITS.products,
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
		'contacts',
		CONTACTS_LIMITS.contacts,
		'contacts',
		(n) => contactsMessage({ contacts: numbered(n).map(({ title }) => ({ firstName: title })) }),
	],
	[
		'days of a pin',
		{ min: 1, max: 30 },
		'expirationDays',
		(n) => pinMessage({ action: 'pin', messageId: 'wamid.1', expirationDays: n }),
	],
	[
		'minutes of a call button',
		VOICE_CALL_LIMITS.ttlMinutes,
		'ttlMinutes',
		(n) => voiceCallMessage({ body, ttlMinutes: n }),
	],
];

describe.each(COUNTS)('number of %s', (_, { min, max }, field, make) => {
	it(`takes ${min} and ${max}`, () => {
		for (const count of [min, max]) expect(make(count).type).toBeTruthy();
	});

	it(`refuses ${min - 1} and ${max + 1}`, () => {
		for (const count of [min - 1, max + 1]) {
			expect(refusalOf(() => make(count)).field.startsWith(field)).toBe(true);
		}
	});
});

describe('rows over several sections', () => {
	it('count together', () => {
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
					if (total <= LIST_LIMITS.rows.max) expect(make().type).toBe('interactive');
					else expect(refusalOf(make).message).toContain(`${total} rows`);
				},
			),
		);
	});
});

describe('coordinates', () => {
	it('are taken within the globe and refused outside', () => {
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
		expect(refusalOf(() => locationMessage({ latitude: 90.01, longitude: 0 })).field).toBe(
			'latitude',
		);
		expect(refusalOf(() => locationMessage({ latitude: 0, longitude: -180.5 })).field).toBe(
			'longitude',
		);
		expect(refusalOf(() => locationMessage({ latitude: '', longitude: 0 })).message).toMatch(
			/empty/,
		);
		expect(refusalOf(() => locationMessage({ latitude: 'north', longitude: 0 })).field).toBe(
			'latitude',
		);
	});
});

describe('Direct Send', () => {
	it.each([
		['utility', 30, 43_200],
		['authentication', 30, 900],
	] as const)('%s lives %d to %d seconds', (category, min, max) => {
		for (const ttlSeconds of [min, max]) {
			expect(messageBody(to, text, { category, ttlSeconds })).toMatchObject({
				category,
				ttl_seconds: ttlSeconds,
			});
		}
		for (const ttlSeconds of [min - 1, max + 1]) {
			expect(refusalOf(() => messageBody(to, text, { category, ttlSeconds })).field).toBe(
				'ttlSeconds',
			);
		}
	});

	it('takes no lifetime without a category', () => {
		expect(refusalOf(() => messageBody(to, text, { ttlSeconds: 60 })).field).toBe('ttlSeconds');
	});

	it('takes a text of 1,024 characters and refuses one more', () => {
		const send = (length: number) =>
			messageBody(to, textMessage({ text: 'ü'.repeat(length) }), { category: 'utility' });
		expect(send(1024)).toMatchObject({ category: 'utility' });
		expect(refusalOf(() => send(1025))).toMatchObject({
			field: 'text',
			message: expect.stringMatching(/1,025.*1,024/),
		});
	});

	it.each([
		['a link preview', 'previewUrl', textMessage({ text: 'a', previewUrl: true })],
		['an image', 'category', mediaMessage({ kind: 'image', media })],
		['a list', 'category', listMessage({ body, button: 'Open', sections: [{ rows }] })],
		['a voice call button with a footer', 'footer', voiceCallMessage({ body, footer: 'f' })],
	])('refuses %s', (_, field, content) => {
		expect(refusalOf(() => messageBody(to, content, { category: 'utility' })).field).toBe(field);
	});

	it('refuses a user ID for authentication, and leaves kinds of the future to Meta', () => {
		const user = { kind: 'user', value: 'US.1349' } as const;
		expect(refusalOf(() => messageBody(user, text, { category: 'authentication' })).field).toBe(
			'recipient',
		);
		expect(messageBody(user, text, { category: 'utility' })).toMatchObject({
			recipient: 'US.1349',
		});
		const future = { type: 'hologram', hologram: {} };
		expect(messageBody(to, future, { category: 'utility' })).toMatchObject({ type: 'hologram' });
	});

	it('mixes up to two URL buttons with replies, ten in all', () => {
		const urlButtons = [{ displayText: 'Open', url: 'https://example.com' }];
		const message = buttonsMessage({ body, buttons: numbered(9), urlButtons, directSend: true });
		expect(message).toMatchObject({
			interactive: {
				action: { buttons: expect.arrayContaining([expect.objectContaining({ type: 'cta_url' })]) },
			},
		});
		expect(
			refusalOf(() => buttonsMessage({ body, buttons: numbered(10), urlButtons, directSend: true }))
				.field,
		).toBe('buttons');
		expect(refusalOf(() => buttonsMessage({ body, buttons, urlButtons })).field).toBe('urlButtons');
	});
});

function refusalOf(make: () => unknown): InvalidInputError {
	let refusal: unknown;
	try {
		make();
	} catch (error) {
		refusal = error;
	}
	expect(refusal).toBeInstanceOf(InvalidInputError);
	return refusal as InvalidInputError;
}
