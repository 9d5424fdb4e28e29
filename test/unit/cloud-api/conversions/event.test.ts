import { createHash } from 'node:crypto';
import { eventBody, type ConversionEvent } from '../../../../cloud-api/conversions/event';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const DAY = 86_400_000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const purchase: ConversionEvent = {
	eventName: 'Purchase',
	ctwaClid: 'Aff-n8ZTODiE79d22KtAwQKj9e',
	accountId: '102290129340398',
	eventId: 'order-4711',
	value: 129.9,
	currency: 'eur',
};
const body = (changes: Partial<ConversionEvent> = {}) =>
	eventBody({ ...purchase, ...changes }, {}, NOW);

it('makes the body of Meta\'s page "Conversions API for business messaging"', () => {
	expect(
		body({
			email: ' Ana.Lima@Example.com ',
			phone: '+55 11 98765-4321',
			contentIds: ['SKU-1', 'SKU-2'],
			orderId: '4711',
			customData: { content_type: 'product' },
		}),
	).toEqual({
		event_name: 'Purchase',
		event_time: 1795867200,
		event_id: 'order-4711',
		action_source: 'business_messaging',
		messaging_channel: 'whatsapp',
		user_data: {
			whatsapp_business_account_id: '102290129340398',
			ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e',
			em: [sha256('ana.lima@example.com')],
			ph: [sha256('5511987654321')],
		},
		custom_data: {
			content_type: 'product',
			currency: 'EUR',
			value: 129.9,
			content_ids: ['SKU-1', 'SKU-2'],
			order_id: '4711',
		},
	});
});

it('has no custom data when there is none', () => {
	expect(
		eventBody(
			{ eventName: 'LeadSubmitted', ctwaClid: 'x', accountId: '1', eventTime: new Date(NOW) },
			{},
			NOW,
		),
	).not.toHaveProperty('custom_data');
});

it.each([
	['Lead', /does not accept the event "Lead"/, /Use LeadSubmitted/],
	['Subscribe', /does not accept/, /Use Purchase/],
	['Search', /does not accept/, /Use ViewContent/],
	['CompleteRegistration', /does not accept/, /Use LeadSubmitted/],
	['', /event name is empty/, /Choose/],
])('rejects the event name "%s" before it is sent', (eventName, message, description) => {
	expect(() => body({ eventName })).toThrow(
		expect.objectContaining({
			message: expect.stringMatching(message) as string,
			description: expect.stringMatching(description) as string,
		}),
	);
});

it('passes unknown event names through', () => {
	expect(body({ eventName: 'OrderShipped' })).toMatchObject({ event_name: 'OrderShipped' });
});

it.each<[string, Partial<ConversionEvent>, RegExp]>([
	['no click ID', { ctwaClid: ' ' }, /click ID is empty/],
	['no value of a purchase', { value: undefined }, /a purchase requires one/],
	['a value without a currency', { currency: '' }, /currency is empty/],
	['a currency in words', { currency: 'euro' }, /"EURO" is not a currency code/],
	['a negative value', { value: -1 }, /negative/],
	['an email without a domain', { email: 'ana@' }, /"ana@" is not an email address/],
	['a phone number with letters', { phone: 'call me' }, /"call me" is not a phone number/],
	[
		'a group as the phone',
		{ phone: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAz' },
		/is not a phone number/,
	],
	['a time in the future', { eventTime: new Date(NOW + DAY) }, /in the future/],
	['a time 8 days ago', { eventTime: new Date(NOW - 8 * DAY) }, /more than 7 days ago/],
	[
		'a click 8 days ago',
		{ clickTime: new Date(NOW - 8 * DAY) },
		/more than 7 days after the click/,
	],
	[
		'a click after the event',
		{ clickTime: new Date(NOW), eventTime: new Date(NOW - 1000) },
		/before the click/,
	],
])('rejects %s', (_, changes, message) => {
	expect(() => body(changes)).toThrow(message);
});

it('takes the time of the click where its clock is ahead', () => {
	expect(body({ clickTime: new Date(NOW + 5000) })).toMatchObject({ event_time: 1795867205 });
});

it('accepts an event exactly 7 days after the click', () => {
	expect(body({ clickTime: new Date(NOW - 7 * DAY) })).toMatchObject({ event_time: 1795867200 });
});
