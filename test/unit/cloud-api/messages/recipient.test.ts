import { InvalidInputError } from '../../../../cloud-api/errors/cloudApiError';
import { alternateFormat } from '../../../../cloud-api/phoneNumbers/alternateFormat';
import { parseRecipient } from '../../../../cloud-api/messages/recipient';

const phone = (value: string) => ({ kind: 'phone', value });

describe('a phone number', () => {
	it.each([['+49 (0) 170 1234567'], ['https://wa.me/491701234567'], ['491701234567.0']])(
		'%s is sent as + and digits',
		(text) => expect(parseRecipient(text)).toEqual(phone('+491701234567')),
	);

	it.each([
		['', /is empty/],
		['   ', /is empty/],
		['Anna', /not a phone number, business-scoped user ID, or group ID/],
		['US.', /not a phone number/],
		['us.123', /not a phone number/],
		['US.1349120865530274191²', /not a phone number/],
		['undefined', /not a phone number/],
		['+49 170 1234567 / 89', /slash/],
		['550e8400-e29b-41d4-a716-446655440000', /UUID/],
		['120363404694233820@g.us', /group in WhatsApp Web/],
	])('%j is invalid', (text, message) => {
		expect(() => parseRecipient(text, { field: 'recipient' })).toThrow(InvalidInputError);
		expect(() => parseRecipient(text)).toThrow(message);
	});

	it('of an unusual length is accepted with Allow Unusual Numbers', () => {
		expect(() => parseRecipient('+49 170 1234567 8912')).toThrow(/digits after \+49/);
		expect(parseRecipient('+49 170 123456789', { allowUnusualNumbers: true })).toEqual(
			phone('+49170123456789'),
		);
	});

	it('explains an unknown default country', () => {
		expect(() => parseRecipient('0170 1234567', { defaultCountry: 'Germany' })).toThrow(
			expect.objectContaining({ field: 'defaultCountry' }),
		);
	});
});

describe('IDs', () => {
	it.each(['US.13491208655302741918', 'BR.ENT.1A2b', `DE.${'9'.repeat(128)}`])(
		'%s is a business-scoped user ID',
		(id) => expect(parseRecipient(` ${id}`)).toEqual({ kind: 'user', value: id }),
	);

	it('rejects a user ID that is too long', () => {
		expect(() => parseRecipient(`DE.${'9'.repeat(129)}`)).toThrow(InvalidInputError);
	});

	it.each(['Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD'])('%s is a group', (id) =>
		expect(parseRecipient(id)).toEqual({ kind: 'group', value: id }),
	);
});

describe('a default country', () => {
	it.each([
		['DE', '0170 1234567', '+491701234567'],
		['DE', '(0170) 1234567', '+491701234567'],
		['DE', '030 12345678', '+493012345678'],
		['DE', '491701234567', '+491701234567'],
		['US', '(415) 555-2671', '+14155552671'],
		['US', '1 415 555 2671', '+14155552671'],
		['IN', '98765 43210', '+919876543210'],
		['IN', '098765 43210', '+919876543210'],
		['IN', '91 98765 43210', '+919876543210'],
		['BR', '(11) 98765-4321', '+5511987654321'],
		['RU', '8 912 345-67-89', '+79123456789'],
		['IT', '347 123 4567', '+393471234567'],
		['HU', '06 20 123 4567', '+36201234567'],
		['AR', '011 15 2345-6789', '+5491123456789'],
		['AR', '0221 15 234-5678', '+5492212345678'],
		['MX', '55 1234 5678', '+525512345678'],
		['GB', '0044 7400 123456', '+447400123456'],
		['FR', '+44 7400 123456', '+447400123456'],
	])('%s reads %s as %s', (defaultCountry, text, expected) => {
		expect(parseRecipient(text, { defaultCountry })).toEqual(phone(expected));
	});
});

describe('the alternate format', () => {
	it.each([
		['+5511987654321', '+551187654321'],
		['+551187654321', '+5511987654321'],
		['+5215512345678', '+525512345678'],
		['+525512345678', '+5215512345678'],
		['+5491123456789', '+541123456789'],
		['+541123456789', '+5491123456789'],
	])('of %s is %s', (number, other) => {
		expect(alternateFormat(number)).toBe(other);
	});

	it.each(['+491701234567', '+551133334444', '+14155552671'])('does not exist for %s', (number) => {
		expect(alternateFormat(number)).toBeUndefined();
	});
});
