import * as fc from 'fast-check';
import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { buttonsMessage } from '../../../../cloud-api/messages/buttons';
import { messageBody } from '../../../../cloud-api/messages/envelope';
import { listMessage } from '../../../../cloud-api/messages/list';
import { locationMessage } from '../../../../cloud-api/messages/location';
import { mediaMessage } from '../../../../cloud-api/messages/media';
import { orderDetailsMessage } from '../../../../cloud-api/messages/orderDetails';
import { pinMessage } from '../../../../cloud-api/messages/pin';
import { textMessage } from '../../../../cloud-api/messages/text';
import { voiceCallMessage } from '../../../../cloud-api/messages/voiceCall';
import {
	body,
	buttons,
	COUNTS,
	media,
	numbered,
	order,
	rows,
	text,
	TEXTS,
	to,
} from '../../../support/limitCases';

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
		['an image', 'category', mediaMessage({ type: 'image', media })],
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
