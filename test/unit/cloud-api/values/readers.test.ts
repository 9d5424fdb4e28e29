import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { readDate } from '../../../../cloud-api/values/date';
import { readFlag } from '../../../../cloud-api/values/flag';
import { readJson } from '../../../../cloud-api/values/json';
import { readNumber } from '../../../../cloud-api/values/number';
import { isRecord } from '../../../../cloud-api/values/reading';
import { readText } from '../../../../cloud-api/values/text';

const now = DateTime.fromISO('2027-12-24T18:00:00', { zone: 'America/New_York' });
const problem = (text: RegExp) => ({
	ok: false,
	problem: expect.stringMatching(text),
	fix: expect.stringMatching(/\S\.$/),
});

describe('text', () => {
	it.each([
		['a', 'a'],
		[42, '42'],
		[0, '0'],
		[919876543210, '919876543210'],
		[true, 'true'],
		[false, 'false'],
		[12n, '12'],
		['', ''],
		[null, ''],
		[undefined, ''],
		['[object] of desire', '[object] of desire'],
	])('%j is %j', (value, text) => {
		expect(readText(value)).toEqual({ ok: true, value: text });
	});

	it.each([
		[{ a: 1 }, /^An object was given where text/],
		[['a', 'b'], /^A list was given where text/],
		[new Date(0), /^A date was given where text/],
		[now, /^A date was given where text/],
		[() => 'a', /^A function was given where text/],
		[NaN, /^A calculation without a result was given/],
		[Infinity, /^A calculation without a result was given/],
		[new Map(), /^An object was given/],
		[Symbol('a'), /^A symbol was given/],
		[{ toMillis: () => 0 }, /^An object was given/],
		['Dear [object Map]', /contains "\[object Map\]"/],
		['Dear [object Object]', /contains "\[object Object\]"/],
	])('%p is invalid', (value, says) => {
		expect(readText(value)).toEqual(problem(says));
	});

	it('says how to format a date', () => {
		expect(readText(now)).toMatchObject({ fix: expect.stringContaining('.toFormat(') });
	});

	it('never returns [object, undefined, or NaN, for any value', () => {
		fc.assert(
			fc.property(fc.anything({ withDate: true, withMap: true, withBigInt: true }), (value) => {
				const result = readText(value);
				if (result.ok && typeof value !== 'string')
					expect(result.value).not.toMatch(/\[object|undefined|NaN|Invalid/);
			}),
		);
	});
});

describe('a value in an error', () => {
	it.each([
		['x'.repeat(60), 'x'.repeat(60)],
		['x'.repeat(61), `${'x'.repeat(60)}…`],
		['😀'.repeat(61), `${'😀'.repeat(60)}…`],
		['x'.repeat(10_000), `${'x'.repeat(60)}…`],
	])('%#: has at most 60 characters', (text, shown) => {
		expect(readNumber(text)).toMatchObject({ problem: `"${shown}" is not a number` });
	});

	it('is named by its type when it is nothing or a number', () => {
		expect(readFlag(null)).toMatchObject({ problem: expect.stringMatching(/^Nothing was given/) });
		expect(readFlag(2)).toMatchObject({ problem: expect.stringMatching(/^2 was given/) });
	});

	it.each([[[]], [null], [new Date(0)], [now], ['a']])('%p has no named fields', (value) => {
		expect(isRecord(value)).toBe(false);
	});
});

describe('a boolean', () => {
	it.each([
		[true, true],
		[false, false],
		['true', true],
		['false', false],
		[' TRUE ', true],
		[1, true],
		[0, false],
		['1', true],
		['0', false],
		['FALSE\n', false],
		['true\u200b', true],
		['ｔｒｕｅ', true],
	])('%j is %j', (value, flag) => expect(readFlag(value)).toEqual({ ok: true, value: flag }));

	it.each([
		['yes'],
		['no'],
		['on'],
		['off'],
		['ja'],
		['nein'],
		['oui'],
		['não'],
		['WAHR'],
		['FALSCH'],
		['t'],
		['n'],
		['x'],
		['✓'],
		['"true"'],
		['=TRUE()'],
		['null'],
		['none'],
		['1.0'],
		['01'],
		['2'],
		['¹'],
		['{{ true }}'],
		[0.5],
		[1n],
		[['true']],
		[{ value: true }],
		[Object(false)],
		[2],
		[-1],
		[NaN],
		[''],
		[null],
		[undefined],
		[[]],
		[{}],
		[now],
	])('%p is invalid', (value) =>
		expect(readFlag(value)).toEqual(problem(/where true or false is expected$/)),
	);
});

describe('a number', () => {
	it.each([
		[12.5, 12.5],
		['12.5', 12.5],
		[' 7 ', 7],
		['-3', -3],
		['1e3', 1000],
		['１２', 12],
		['١٢', 12],
		['१२.५', 12.5],
		['−33.86', -33.86],
		['\ufeff12\u200b', 12],
		['\u00a012\n', 12],
		['.5', 0.5],
		['5.', 5],
		['+5', 5],
		['007', 7],
		['9007199254740991', 9_007_199_254_740_991],
		[' ', undefined],
		[0, 0],
		['', undefined],
		[null, undefined],
	])('%j is %j', (value, number) => expect(readNumber(value)).toEqual({ ok: true, value: number }));

	it.each([
		['12,5', /"12,5" is not a number/],
		['1,000', /is not a number/],
		['0x10', /is not a number/],
		['12 €', /is not a number/],
		['1.234,56', /is not a number/],
		['1,234.56', /is not a number/],
		['1 234,56', /is not a number/],
		['1.234.567', /is not a number/],
		['1\u00a0234', /is not a number/],
		['1\u202f234.5', /is not a number/],
		['1’234', /is not a number/],
		['1_000', /is not a number/],
		['٣٫٥', /is not a number/],
		['5²', /is not a number/],
		['②', /is not a number/],
		['½', /is not a number/],
		['1/2', /is not a number/],
		['50%', /is not a number/],
		['$5', /is not a number/],
		['10k', /is not a number/],
		['(5)', /is not a number/],
		['5-', /is not a number/],
		['--5', /is not a number/],
		['12 3', /is not a number/],
		['1.5.2', /is not a number/],
		['"12"', /is not a number/],
		['=12', /is not a number/],
		['#N/A', /is not a number/],
		['0b11', /is not a number/],
		['zwölf', /is not a number/],
		['null', /is not a number/],
		['.', /is not a number/],
		['-', /is not a number/],
		['9007199254740993', /has more digits than a number can hold/],
		[12345678901234567890n, /has more digits than a number can hold/],
		[Object(5), /^An object was given/],
		['Infinity', /is not a number/],
		['1e999', /is not a number/],
		[NaN, /without a result/],
		[true, /^The boolean true was given/],
		[[], /^A list was given/],
		[{}, /^An object was given/],
		[new Date(), /^A date was given/],
	])('%p is invalid', (value, says) => expect(readNumber(value)).toEqual(problem(says)));

	it('explains a decimal comma and thousands separators only where there is a comma', () => {
		expect(readNumber('1.234,56')).toMatchObject({ fix: expect.stringContaining('with a point') });
		expect(readNumber('12 €')).toMatchObject({ fix: expect.not.stringContaining('with a point') });
	});

	it('may be a bigint', () => expect(readNumber(12n)).toEqual({ ok: true, value: 12 }));
});

describe('a date', () => {
	// The picker writes no zone; the workflow's counts, not that of the process.
	it.each([
		['2027-12-24T18:00:00', 'America/New_York', '2027-12-24T23:00:00.000Z'],
		['2027-12-24T18:00:00', 'Asia/Kolkata', '2027-12-24T12:30:00.000Z'],
		['2027-12-24T18:00:00', 'UTC', '2027-12-24T18:00:00.000Z'],
		['2027-12-24 18:00', 'Europe/Berlin', '2027-12-24T17:00:00.000Z'],
		['2027-12-24', 'America/Sao_Paulo', '2027-12-24T03:00:00.000Z'],
		['2027-12-24T18:00:00Z', 'America/New_York', '2027-12-24T18:00:00.000Z'],
		['2027-12-24T18:00:00.250+05:30', 'America/New_York', '2027-12-24T12:30:00.250Z'],
		['2027-12-24T18:00:00-0300', 'UTC', '2027-12-24T21:00:00.000Z'],
		['2027-03-28T02:30:00', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
		['2027-10-31T02:30:00', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
		['2027-03-28T03:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
		['2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
		['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
		['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
		['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00.000Z'],
		['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
		['2027-12-24T18:00', 'Mars/Base', '2027-12-24T18:00:00.000Z'],
		['2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z'],
		['2027-12-24T18:00:00.5Z', 'UTC', '2027-12-24T18:00:00.500Z'],
		['2027-12-24T18:00:00,123456789Z', 'UTC', '2027-12-24T18:00:00.123Z'],
		['2027-12-24 18:00:00+00', 'Asia/Tokyo', '2027-12-24T18:00:00.000Z'],
		['2027-12-24T18:00−05:00', 'UTC', '2027-12-24T23:00:00.000Z'],
		['2027-12-24T18:00+14:00', 'UTC', '2027-12-24T04:00:00.000Z'],
		['2027-12-24T18:00[Asia/Tokyo]', 'Europe/Berlin', '2027-12-24T09:00:00.000Z'],
		['2027-12-24T18:00+01:00[Europe/Berlin]', 'UTC', '2027-12-24T17:00:00.000Z'],
		[' ２０２７-１２-２４\u200b\n', 'UTC', '2027-12-24T00:00:00.000Z'],
		['٢٠٢٧-١٢-٢٤', 'UTC', '2027-12-24T00:00:00.000Z'],
		[1829671200, 'UTC', '2027-12-24T18:00:00.000Z'],
		['1829671200000', 'UTC', '2027-12-24T18:00:00.000Z'],
		[1_000_000_000, 'UTC', '2001-09-09T01:46:40.000Z'],
		[9_999_999_999, 'UTC', '2286-11-20T17:46:39.000Z'],
		[1_000_000_000_000, 'UTC', '2001-09-09T01:46:40.000Z'],
		[9_999_999_999_999, 'UTC', '2286-11-20T17:46:39.999Z'],
		[new Date('2027-12-24T18:00:00Z'), 'Asia/Tokyo', '2027-12-24T18:00:00.000Z'],
		[now, 'Asia/Tokyo', '2027-12-24T23:00:00.000Z'],
	])('%p in %s is %s', (value, zone, iso) => {
		const result = readDate(value, zone);
		expect(result.ok && result.value?.toISOString()).toBe(iso);
	});

	it.each(['', ' ', null, undefined])('is optional: %j', (value) => {
		expect(readDate(value, 'UTC')).toEqual({ ok: true, value: undefined });
	});

	it.each([
		['soon', /"soon" is not a date/],
		['12/24/2027', /is not a date/],
		['24.12.2027', /is not a date/],
		['2027-02-30', /is not a date/],
		['2027-12-24T25:00', /is not a date/],
		['2027-12-24T24:00', /is not a date/],
		['2027-12-24T23:60', /is not a date/],
		['2027-12-24T23:59:60Z', /is not a date/],
		['2027-12-24T18:00+25:00', /is not a date/],
		['2027-12-24T18:00+01:75', /is not a date/],
		['2027-12-24T18:00[Mars/Base]', /is not a date/],
		['2027-12-24T18:00 CET', /is not a date/],
		['2027-12-24 6:00 PM', /is not a date/],
		['2027-02-29', /is not a date/],
		['2027-13-01', /is not a date/],
		['2027-00-10', /is not a date/],
		['0000-00-00 00:00:00', /is not a date/],
		['0000-01-01', /is not a date/],
		['0027-12-24', /is not a date/],
		['2027-W51-5', /is not a date/],
		['20271224', /is not a date/],
		['24. Dezember 2027', /is not a date/],
		['Fri, 24 Dec 2027 18:00:00 GMT', /is not a date/],
		['tomorrow', /is not a date/],
		['1.8296712E9', /is not a date/],
		['-1829671200', /is not a date/],
		['1829671200000000', /is not a date/],
		['2027-12-2⁴', /is not a date/],
		['46745', /46745 is not a date/],
		['46745.75', /46745.75 is not a date/],
		['null', /is not a date/],
		['#N/A', /is not a date/],
		[0, /0 is not a date/],
		[['2027-12-24'], /^A list was given/],
		[{ $date: '2027-12-24T18:00:00Z' }, /^An object was given/],
		[46745, /46745 is not a date/],
		[999_999_999, /is not a date/],
		[10_000_000_000, /is not a date/],
		[999_999_999_999, /is not a date/],
		[10_000_000_000_000, /is not a date/],
		[{}, /^An object was given/],
		[true, /^The boolean true was given/],
		[new Date(NaN), /date is invalid/],
	])('%p is invalid', (value, says) => expect(readDate(value, 'UTC')).toEqual(problem(says)));

	it('agrees with Luxon about every local time of every zone', () => {
		const zone = fc.constantFrom(
			'America/New_York',
			'Europe/Berlin',
			'Asia/Kolkata',
			'Pacific/Apia',
			'Australia/Lord_Howe',
			'UTC',
		);
		fc.assert(
			fc.property(fc.integer({ min: 1.6e9, max: 1.9e9 }), zone, (seconds, name) => {
				const local = DateTime.fromSeconds(seconds, { zone: name });
				const text = local.toFormat("yyyy-MM-dd'T'HH:mm:ss");
				const result = readDate(text, name);
				const read = result.ok ? (result.value?.getTime() ?? 0) / 1000 : NaN;
				// A time that comes twice is read as the first.
				expect([0, 1800, 3600]).toContain(Math.abs(seconds - read));
				expect(DateTime.fromSeconds(read, { zone: name }).toFormat("yyyy-MM-dd'T'HH:mm:ss")).toBe(
					text,
				);
			}),
		);
	});

	it('explains a date of a spreadsheet and a date whose parts could be confused', () => {
		expect(readDate(46745, 'UTC')).toMatchObject({ fix: expect.stringContaining('Excel') });
		for (const number of [7, 20_000, 80_000, 491701234]) {
			expect(readDate(number, 'UTC')).toMatchObject({ fix: expect.not.stringContaining('Excel') });
		}
		expect(readDate('01/02/2027', 'UTC')).toMatchObject({
			fix: expect.stringContaining('fromFormat'),
		});
	});
});

describe('JSON', () => {
	it('is parsed from text and taken as it is from an expression', () => {
		expect(readJson('{"a":[1]}')).toEqual({ ok: true, value: { a: [1] } });
		expect(readJson([1])).toEqual({ ok: true, value: [1] });
		for (const nothing of [' ', null, undefined, '```json\n```'])
			expect(readJson(nothing)).toEqual({ ok: true, value: undefined });
		expect(readJson('{a}')).toEqual(problem(/^The text is not valid JSON/));
		expect(readJson(() => 1)).toEqual(problem(/^A function was given/));
	});

	it.each([
		['inside a JSON text', JSON.stringify('{"a":[1]}')],
		['twice inside', JSON.stringify(JSON.stringify({ a: [1] }))],
		['in a code block', '```json\n{"a":[1]}\n```'],
		['with a byte order mark', '\ufeff{"a":[1]}'],
	])('of AI models is read %s', (_, text) => {
		expect(readJson(text)).toEqual({ ok: true, value: { a: [1] } });
	});

	it('keeps a text that is meant as one', () => {
		expect(readJson('"Hello [1]"')).toEqual({ ok: true, value: 'Hello [1]' });
		expect(readJson('"7"')).toEqual({ ok: true, value: '7' });
	});

	it.each([
		['[object Object]', 'JSON.stringify'],
		['{“a”: 1}', 'typographic quotation marks'],
		['[{"a": 1},]', 'comma before the closing bracket'],
		["{'a': 'b'}", 'single quotes'],
		['{a: 1}', 'names in double quotes'],
		['{"a": True}', 'true, false, and null'],
		['{"a": 1} // note', 'comments'],
		['{"a" 1}', 'Check quotes'],
	])('%s says how to correct it', (text, words) => {
		expect(readJson(text)).toMatchObject({ ok: false, fix: expect.stringContaining(words) });
	});
});
