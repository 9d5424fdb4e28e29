import * as fc from 'fast-check';
import { getCountries, getExampleNumber, type CountryCode } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';
import examples from 'libphonenumber-js/examples.mobile.json';
import { countries } from '../../../../cloud-api/phoneNumbers/countries';
import { numberLengths } from '../../../../cloud-api/phoneNumbers/lengths';
import {
	findCountry,
	readPhoneNumber,
	readShownNumber,
} from '../../../../cloud-api/phoneNumbers/read';

const read = (text: string, code?: string, anyLength?: boolean) =>
	readPhoneNumber(text, { country: code === undefined ? undefined : findCountry(code), anyLength });

describe('a phone number as people write it', () => {
	it.each([
		'+49 170 1234567',
		'0049 170 1234567',
		'(0049) 170 1234567',
		'(+49) 170 1234567',
		'49 170 123.45-67',
		'+49 (0) 170 1234567',
		'+49 0170 1234567',
		'+49 (0170) 1234567',
		'0049 (0)170 1234567',
		'＋４９ １７０ １２３４５６７',
		'+٤٩ ١٧٠ ١٢٣٤٥٦٧',
		'+۴۹ ۱۷۰ ۱۲۳۴۵۶۷',
		'+४९ १७० १२३४५६७',
		'+৪৯ ১৭০ ১২৩৪৫৬৭',
		'+๔๙ ๑๗๐ ๑๒๓๔๕๖๗',
		'tel:+49-170-1234567;phone-context=example.com',
		'tel://+491701234567',
		'https://wa.me/491701234567?text=Hello',
		'https://wa.me/+491701234567',
		'wa.me/491701234567/',
		'https://api.whatsapp.com/send?text=Hi&phone=%2B491701234567',
		'https://api.whatsapp.com/send/?phone=491701234567&text&app_absent=0',
		'whatsapp://send?phone=491701234567',
		'whatsapp:+491701234567',
		'491701234567@c.us',
		'491701234567@s.whatsapp.net',
		'491701234567:12@s.whatsapp.net',
		'\u202a+49\u00a0170\u00a01234567\u202c',
		'\ufeff+491701234567\u200b',
		'+49\u2011170\u20111234567',
		"'+491701234567",
		'"+491701234567"',
		'491701234567.0',
		'491701234567,0',
		'+491701234567.00',
		'491701234567',
		'+49-170-1234567,',
		'+49-170-1234567;',
		'"+49-170-1234567";',
		'«+49 170 1234567»',
		'="+491701234567"',
		'=+491701234567',
		'++491701234567',
		'+0049 170 1234567',
		'<tel:+49-170-1234567>',
		'Tel.: +49 170 1234567',
		'Telefon +49 170 1234567',
		'Phone: +49 170 1234567',
		'Mobile number: 0049 170 1234567',
		'WhatsApp +49 170 1234567',
		'+49 170 1234567 (mobile)',
		'+49 170 1234567 (Ana Lima)',
		'Ana Lima <+49 170 1234567>',
		'📞 +49 170 1234567',
		'+49 170 1234567 ✅',
		'+4️⃣9️⃣1701234567',
		'• +49 170 1234567',
		'| +49 170 1234567 |',
		'\n+49 170 1234567\r\n',
		'+49\t170\t1234567',
		'491.701.234.567',
		'+49·170·1234567',
		'+49_170_1234567',
	])('%j is +491701234567', (text) => {
		expect(read(text)).toEqual({ ok: true, value: '+491701234567' });
	});

	// rapidpro#241, Auxx-Ai#1629 and neighbors: glued digits reach another person.
	it.each([
		['919876543210.0', '+919876543210'],
		['+55 (011) 98765-4321', '+5511987654321'],
		['+7 8 912 345-67-89', '+79123456789'],
		['+36 06 20 123 4567', '+36201234567'],
		['+44 (0)7400 123456', '+447400123456'],
		['+39 06 1234 5678', '+390612345678'],
		// The zero in brackets belongs to the number in Italy.
		['+39 (0)6 1234 5678', '+390612345678'],
		['0039 (0)6 1234 5678', '+390612345678'],
		['+36 06 1 234 5678', '+3612345678'],
		['+225 07 01 02 03 04', '+2250701020304'],
		['+52 1 55 1234 5678', '+5215512345678'],
	])('%s is %s', (text, number) => {
		expect(read(text)).toEqual({ ok: true, value: number });
	});

	it.each([
		['+49 170 1234567 / 89', /slash/],
		['2024/000123', /slash/],
		['0170/1234567', /slash/],
		['+49 170 1234567, +49 170 7654321', /more than one/],
		['+49 170 1234567; +49 170 7654321', /more than one/],
		['+491701234567 +491707654321', /more than one/],
		['+49 170 1234567 or +49 170 7654321', /more than one/],
		['+49 170 1234567\n+49 170 7654321', /more than one/],
		['+49 30 1234\n5678', /more than one/],
		['0170 1234567 und 0170 7654321', /more than one/],
		['0170 1234567 oder 0170 7654321', /more than one/],
		['0170 1234567 y 0170 7654321', /more than one/],
		['0170 1234567 o 0170 7654321', /more than one/],
		['0170 1234567 ou 0170 7654321', /more than one/],
		['0170 1234567 e 0170 7654321', /more than one/],
		// A footnote or a circled digit is no digit: it would reach another person.
		['+49 170 1234567²', /not a phone number/],
		['+49 170 123456⑦', /not a phone number/],
		['① +49 170 1234567', /not a phone number/],
		['+44 7400', /has 4 digits after \+44; numbers there have 9 or 10/],
		['+49 170', /numbers there have 6 to 11/],
		[`${' '.repeat(500)}+491701234567`, /not a phone number/],
		['491701234567\r\n491701234568', /more than one/],
		['tel:+49-30-123456;ext=12', /extension/],
		['491,701,234,567', /thousands separators/],
		['Fax: +49 30 123456', /not a phone number/],
		['Order 491701234567', /not a phone number/],
		['+49 170 1234567 Ana', /not a phone number/],
		['+49 170 1234567 (12)', /12 digits after \+49/],
		['+49 170 1234567 /', /not a phone number/],
		['Ana <+49 170 1234567>, Ben <+49 170 7654321>', /more than one|not a phone/],
		['–', /"–" is not a phone number/],
		['+49 170 1234567 ext. 12', /extension/],
		['+1 415 555 2671 x12', /extension/],
		['+1 415 555 2671#12', /extension/],
		['192.168.100.200', /IP address/],
		['10.0.0.1:8080', /IP address/],
		['2024-01-15', /date/],
		['15.01.2024', /date/],
		['01/02/2024', /date/],
		['2024-01-15T10:00:00.000Z', /date/],
		['9.19876543210E+11', /scientific notation/],
		['9,19E+11', /scientific notation/],
		['4.9e11', /scientific notation/],
		['919876543210.5', /decimals/],
		['####', /cell/],
		['#N/A', /cell/],
		['550e8400-e29b-41d4-a716-446655440000', /UUID/],
		['120363404694233820@g.us', /group in WhatsApp Web/],
		['123456789012345@lid', /WhatsApp Web libraries/],
		['https://wa.me/message/ABCDEF123', /does not contain a phone number/],
		['https://chat.whatsapp.com/AbCd1234', /does not contain a phone number/],
		['wamid.HBgLMTY1MDU1NTEyMzQ', /ID of a message/],
		['anna@example.com', /email/],
		['1-800-FLOWERS', /not a phone number/],
		['Anna', /not a phone number/],
		['{{ $json.from }}', /not a phone number/],
		['undefined', /not a phone number/],
		['', /not a phone number/],
		['+', /not a phone number/],
		['-', /not a phone number/],
		['+123456', /digits after \+1/],
		['+1234567890123456', /digits after \+1/],
		['+0170 1234567', /country code/],
		['+999 123 456 78', /country code/],
		['0170 1234567', /national number/],
		['98765432', /national number/],
		['91234567', /national number/],
		['9876543210', /national number/],
		['4155552671', /national number/],
		['612345678', /national number/],
		['11987654321', /national number/],
		['49170', /national number/],
	])('%s is invalid', (text, problem) => {
		expect(read(text)).toEqual({
			ok: false,
			problem: expect.stringMatching(problem),
			fix: expect.stringMatching(/\.$/),
		});
	});

	it('accepts up to ten digits without + only for a mobile number', () => {
		expect(read('+49 30 123456')).toEqual({ ok: true, value: '+4930123456' });
		expect(read('49 30 123456')).toMatchObject({ problem: expect.stringMatching(/has no \+/) });
		expect(read('49 30 1234567')).toEqual({ ok: true, value: '+49301234567' });
	});

	it('names the option Default Country for a national number', () => {
		expect(read('0170 1234567', undefined, false)).toMatchObject({
			fix: expect.stringContaining('Default Country'),
		});
		expect(read('0170 1234567')).toMatchObject({ fix: expect.not.stringContaining('option') });
		expect(read('+49 170')).toMatchObject({ fix: expect.not.stringContaining('option') });
	});

	it('accepts every number of 7 to 15 digits with Allow Unusual Numbers', () => {
		for (const [digits, accepted] of [
			['444444', false],
			['4444444', true],
			['4'.repeat(15), true],
			['4'.repeat(16), false],
		] as const)
			expect(read(`+${digits}`, undefined, true).ok).toBe(accepted);
		expect(read('98765432', undefined, true)).toEqual({ ok: true, value: '+98765432' });
		expect(read('2024/000123', undefined, true).ok).toBe(false);
	});
});

describe('a number to be shown', () => {
	it.each([
		['+49 170 1234567', '+49 170 1234567'],
		[' "+49-170-1234567", ', '+49-170-1234567'],
		['\u200e+49 (0) 170 1234567\u202c', '+49 (0) 170 1234567'],
		["'0170 1234567", '0170 1234567'],
		['491701234567.0', '491701234567'],
		['Tel. 0800 123 456', '0800 123 456'],
		['tel:+49-170-1234567', '+49-170-1234567'],
		['https://wa.me/491701234567?text=Hi', '+491701234567'],
		['112', '112'],
		['+49 30 123456 ext. 12', '+49 30 123456 ext. 12'],
		['030/123456', '030/123456'],
		['0800 FLOWERS', '0800 FLOWERS'],
		['*100#', '*100#'],
	])('%j is shown as %j', (text, shown) => {
		expect(readShownNumber(text)).toEqual({ ok: true, value: shown });
	});

	it.each([
		['4.9170123E+11', /scientific notation/],
		['#N/A', /cell/],
		['+49 170 1234567 / +49 170 7654321', /more than one/],
		['+49 170 1234567\n+49 170 7654321', /more than one/],
		['ana@example.com', /email/],
		['2026-12-31', /date/],
		['919876543210.5', /decimals/],
		['550e8400-e29b-41d4-a716-446655440000', /UUID/],
	])('%j is invalid', (text, problem) => {
		expect(readShownNumber(text)).toMatchObject({
			ok: false,
			problem: expect.stringMatching(problem) as string,
		});
	});
});

describe('a default country', () => {
	it.each(getCountries().filter((code) => examples[code]))(
		'%s: the national format of a mobile number is read as libphonenumber does',
		(code) => {
			const example = getExampleNumber(code, examples);
			const expected = { ok: true, value: example?.number };
			expect(countries.get(code)?.callingCode).toBe(example?.countryCallingCode);
			expect(read(example?.formatNational() as string, code)).toEqual(expected);
			expect(read(example?.number.slice(1) as string, code)).toEqual(expected);
			expect(read(example?.number as string)).toEqual(expected);
			expect(read(example?.formatInternational() as string)).toEqual(expected);
			expect(read(example?.number.slice(1) as string)).toEqual(expected);
		},
	);

	// 55 is Brazil's calling code and the area code of Santa Maria.
	it('a national number may begin with the digits of its calling code', () => {
		expect(read('(55) 99999-1234', 'BR')).toEqual({ ok: true, value: '+5555999991234' });
		expect(read('55 11 99999-1234', 'BR')).toEqual({ ok: true, value: '+5511999991234' });
	});

	it.each([
		['0041 79 123 45 67', 'DE', '+41791234567'],
		['0170 1234567', ' de ', '+491701234567'],
		['812 345-67-89', 'RU', '+78123456789'],
		['8 812 345-67-89', 'RU', '+78123456789'],
		['011 15 1234-5678', 'AR', '+5491112345678'],
		['0221 15 123-4567', 'AR', '+5492211234567'],
	])('%s in %s is %s', (text, code, number) => {
		expect(read(text, code)).toEqual({ ok: true, value: number });
	});

	it.each(['US', 'CA', 'JM'])('%s: 011 begins an international number', (code) => {
		const german = { ok: true, value: '+491701234567' };
		expect(read('011 49 170 1234567', code)).toEqual(german);
		expect(read('011 49 170 1234567').ok).toBe(false);
	});
});

describe('the lengths of numbers', () => {
	const digit = fc.integer({ min: 0, max: 9 });
	const digits = (min: number, max: number) =>
		fc.array(digit, { minLength: min, maxLength: max }).map((all) => all.join(''));

	it('are known for every calling code of libphonenumber, and for no other', () => {
		const codes = new Set([...countries.values()].map(({ callingCode }) => callingCode));
		expect([...codes].filter((code) => !numberLengths.has(code))).toEqual([]);
		const international = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];
		expect([...numberLengths.keys()].filter((code) => !codes.has(code))).toEqual(international);
	});

	// 8-digit numbers of Ivory Coast and Benin are still in use as WhatsApp IDs; 52 1 was Mexico's mobile prefix.
	it('never accept a number that libphonenumber calls impossible', () => {
		const former = /^\+(?:(?:225|229)\d{8}|521\d{10})$/;
		fc.assert(
			fc.property(fc.constantFrom(...numberLengths.keys()), digits(1, 14), (code, national) => {
				const result = read(`+${code}${national}`);
				if (!result.ok || former.test(result.value)) return;
				const possible = possibleLengths(code).has(result.value.length - 1 - code.length);
				expect([result.value, possible]).toEqual([result.value, true]);
			}),
			{ numRuns: 5000 },
		);
	});

	it('never change digits without + except for the international prefix 00', () => {
		fc.assert(
			fc.property(digits(5, 16), (text) => {
				const result = read(text);
				if (result.ok && !text.startsWith('00')) expect(result.value).toBe(`+${text}`);
			}),
			{ numRuns: 2000 },
		);
	});

	// Short numbers of South Africa, 7 and 8 digits of Austria, and 6 of Finland are no WhatsApp accounts; a user may insist.
	it("include all lengths of libphonenumber's mobile numbers, except for service numbers", () => {
		const missing = Object.entries(metadata.country_calling_codes).flatMap(([code, isoCodes]) =>
			isoCodes
				.flatMap((iso) => mobileLengths(iso as CountryCode))
				.filter((length) => !numberLengths.get(code)?.any.has(length))
				.map((length) => `${code}:${length}`),
		);
		expect(missing).toEqual(['27:5', '27:6', '27:7', '27:8']);
	});
});

/** The lengths that libphonenumber allows in any country of a calling code. */
function possibleLengths(code: string): Set<number> {
	const plans = [
		...(metadata.country_calling_codes[code as '49'] ?? []).map(
			(iso) => metadata.countries[iso as CountryCode],
		),
		(metadata.nonGeographic as Record<string, unknown>)[code],
	];
	return new Set(plans.filter(Boolean).flatMap((plan) => (plan as number[][])[3]));
}

/** The lengths of mobile numbers, which the metadata hold third from the type list, or for all types. */
function mobileLengths(iso: CountryCode): number[] {
	const country = metadata.countries[iso] as unknown as [unknown, unknown, unknown, number[]];
	const types = (country as unknown[])[11] as Array<[string, number[]?] | 0> | undefined;
	const mobile = types?.[1];
	return mobile ? (mobile[1]?.length ? mobile[1] : country[3]) : [];
}
