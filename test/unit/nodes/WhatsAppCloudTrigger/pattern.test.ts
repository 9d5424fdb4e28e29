import fc from 'fast-check';
import { compilePattern } from '../../../../nodes/WhatsAppCloudTrigger/filters/pattern/pattern';

describe('regular expressions for untrusted text', () => {
	it.each([
		'abc',
		'^abc$',
		'a|b|c',
		'^(a|bc)+$',
		'a*b',
		'a+?b',
		'colou?r',
		'x{2}',
		'x{2,}',
		'x{2,3}$',
		'^(order|pedido)\\s+#?\\d+$',
		'[a-f0-9]{4}',
		'[^aeiou ]+$',
		'\\bpay\\b',
		'\\Bay',
		'(?:ab){2}c',
		'(?<year>\\d{4})-\\d\\d',
		'a.c',
		'\\.',
		'\\-',
		'[\\w.-]+@[\\w-]+\\.[a-z]{2,}',
		'\\p{Lu}',
		'[\\]x]',
		'(a|)b',
		'()',
		'',
		'^$',
		'a{0}b',
		'(a*)*b',
		'(x+x+)+y',
		'\\u00e9',
		'😀+',
		'[😀-😂]',
		'a||b',
	])('find what JavaScript’s own find: %s', (pattern) => {
		const own = compilePattern(pattern);
		const native = (() => {
			try {
				return new RegExp(pattern, 'u');
			} catch {
				return new RegExp(pattern);
			}
		})();
		const texts = [
			'',
			'abc',
			'bcabca',
			'aab',
			'color colour',
			'xx xxx',
			'order #42',
			'pedido 7',
			'beef 1a2b',
			'to pay now',
			'okay',
			'ababc',
			'2026-11-22',
			'a.c',
			'a\nc',
			'-',
			'mail me@x-y.org',
			'Über',
			']',
			'b',
			'é',
			'😁😁',
			'xxxxxxxxxxxxxx',
		];
		for (const text of texts) expect([text, own(text)]).toEqual([text, native.test(text)]);
	});

	it('find what JavaScript’s own find in any text', () => {
		const atom = fc.constantFrom(
			'a',
			'b',
			'ab',
			'.',
			'[ab]',
			'[^a]',
			'\\w',
			'(a|b)',
			'(?:ab|b)',
			'a?',
			'^',
			'$',
		);
		const pattern = fc
			.array(fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,2}')), { maxLength: 5 })
			.map((parts) =>
				parts.map(([part, sign]) => (/[$^?]$/.test(part) ? part : part + sign)).join(''),
			);
		fc.assert(
			fc.property(
				pattern,
				fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }),
				(source, text) => {
					expect(compilePattern(source)(text)).toBe(new RegExp(source).test(text));
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('ignore case when wanted', () => {
		expect(compilePattern('^stop$', { ignoreCase: true })('STOP')).toBe(true);
		expect(compilePattern('^[a-z]+É$', { ignoreCase: true })('STOPé')).toBe(true);
		expect(compilePattern('^stop$')('STOP')).toBe(false);
		expect(compilePattern('^ΟΔΟΣ$', { ignoreCase: true })('οδος')).toBe(true);
		expect(compilePattern('^οδοσ$', { ignoreCase: true })('οδος')).toBe(true);
	});

	it('take a character outside of the first plane for one', () => {
		expect(compilePattern('^.$')('😀')).toBe(true);
		expect(compilePattern('^[😀-😂]+$')('😀😁')).toBe(true);
		expect(compilePattern('^[^😀]$')('😀')).toBe(false);
	});

	it.each(['(a+)+$', '(a|aa)+$', '(.*a){12}', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y'])(
		'run in linear time: %s',
		(pattern) => {
			// JavaScript's own engine would still be busy when the sun has burnt out.
			expect(compilePattern(pattern)(`${'a'.repeat(4096)}!`)).toEqual(expect.any(Boolean));
		},
	);

	it.each([
		['(', /not closed/],
		['a)', /has no "\("/],
		['[a', /not closed/],
		['*a', /nothing to repeat/],
		['a\\', /ends with/],
		['x{3,2}', /out of order/],
		['(a)\\1', /backreferences/],
		['a(?=b)', /lookahead/],
		['(?<!a)b', /lookahead and lookbehind/],
		['((a{99}){99}){99}', /too complex/],
		['x'.repeat(501), /longer than/],
	])('are rejected with the reason: %s', (pattern, reason) => {
		expect(() => compilePattern(pattern)).toThrow(reason);
	});
});
