import * as fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import { countries } from '../../../cloud-api/messages/countries';
import { alternateFormat } from '../../../cloud-api/messages/alternateFormat';
import { parseRecipient } from '../../../cloud-api/messages/recipient';

const phone = (value: string) => ({ kind: 'phone', value });

describe('a phone number in any common writing', () => {
	it.each([
		['+49 170 1234567'],
		['0049 170 1234567'],
		['49 170 / 123.45-67'],
		['+49 (0) 170 1234567'],
		['0049 (0)170 1234567'],
		['＋４９ １７０ １２３４５６７'],
		['+٤٩ ١٧٠ ١٢٣٤٥٦٧'],
		['tel:+49-170-1234567;phone-context=example.com'],
		['https://wa.me/491701234567?text=Hello'],
		['wa.me/491701234567'],
		['https://api.whatsapp.com/send?text=Hi&phone=%2B491701234567'],
		['whatsapp:+491701234567'],
		['\u202a+49\u00a0170\u00a01234567\u202c'],
		['+49‑170‑1234567'],
		['491701234567'],
	])('%s leaves as + and digits', (text) => {
		expect(parseRecipient(text)).toEqual(phone('+491701234567'));
	});

	it.each([
		['', /empty/],
		['   ', /empty/],
		['Anna', /"Anna" is not a phone number/],
		['anna@example.com', /not a phone number/],
		['+49 170 1234567, +49 170 7654321', /not a phone number/],
		['+123456', /not a phone number/],
		['+1234567890123456', /not a phone number/],
		['0170 1234567', /not a phone number/],
		['+0170 1234567', /not a phone number/],
		['US.', /not a phone number/],
		['us.123', /not a phone number/],
		['{{ $json.from }}', /not a phone number/],
		['undefined', /not a phone number/],
	])('%j is refused', (text, message) => {
		expect(() => parseRecipient(text, { field: 'recipient' })).toThrow(InvalidInputError);
		expect(() => parseRecipient(text)).toThrow(message);
	});

	it('says what to do about a national number', () => {
		expect(() => parseRecipient('0170 1234567')).toThrow(
			expect.objectContaining({ description: expect.stringContaining('default country') }),
		);
	});

	it('keeps every international number, however it is decorated', () => {
		const digit = fc.integer({ min: 0, max: 9 });
		const number = fc
			.tuple(fc.integer({ min: 1, max: 9 }), fc.array(digit, { minLength: 6, maxLength: 14 }))
			.map(([first, rest]) => `+${first}${rest.join('')}`);
		const decoration = fc.constantFrom('', ' ', '-', '.', '\u00a0', '–', '/');
		fc.assert(
			fc.property(
				number,
				fc.array(decoration, { minLength: 16, maxLength: 16 }),
				(plain, signs) => {
					const written = [...plain].map((character, at) => character + signs[at]).join('');
					expect(parseRecipient(written)).toEqual(phone(plain));
					expect(parseRecipient(written, { defaultCountry: 'DE' })).toEqual(phone(plain));
				},
			),
		);
	});

	it('holds the length of E.164 on both sides of the border', () => {
		for (const [length, valid] of [
			[6, false],
			[7, true],
			[15, true],
			[16, false],
		] as const) {
			const read = () => parseRecipient(`+${'4'.repeat(length)}`);
			if (valid) expect(read()).toEqual(phone(`+${'4'.repeat(length)}`));
			else expect(read).toThrow(InvalidInputError);
		}
	});
});

describe('IDs', () => {
	it.each(['US.13491208655302741918', 'BR.ENT.1A2b', `DE.${'9'.repeat(128)}`])(
		'%s is a business-scoped user ID',
		(id) => expect(parseRecipient(` ${id}`)).toEqual({ kind: 'user', value: id }),
	);

	it('refuses a user ID that is too long', () => {
		expect(() => parseRecipient(`DE.${'9'.repeat(129)}`)).toThrow(InvalidInputError);
	});

	it.each(['Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD', '120363404694233820@g.us'])(
		'%s is a group',
		(id) => expect(parseRecipient(id)).toEqual({ kind: 'group', value: id }),
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

	it.each(getCountries().filter((code) => examples[code]))(
		'%s: the national writing of a mobile number gives what libphonenumber says',
		(code) => {
			const example = getExampleNumber(code, examples);
			const expected = phone(example?.number as string);
			const national = example?.formatNational() as string;
			expect(countries.get(code)?.callingCode).toBe(example?.countryCallingCode);
			expect(parseRecipient(national, { defaultCountry: code })).toEqual(expected);
			expect(parseRecipient(example?.number.slice(1) as string, { defaultCountry: code })).toEqual(
				expected,
			);
		},
	);
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
