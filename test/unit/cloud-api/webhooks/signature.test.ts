import { createHmac } from 'crypto';
import fc from 'fast-check';
import { checkSignature, signatureOf } from '../../../../cloud-api/webhooks/signature';

const secret = "It's a Secret to Everybody";
const body = 'Hello, World!';
const documented = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
const digits = documented.slice('sha256='.length);

describe('the signature of a delivery', () => {
	it('matches the documented example, as text and as bytes', () => {
		expect(checkSignature(body, documented, [secret])).toBe('valid');
		expect(checkSignature(Buffer.from(body), documented, [secret])).toBe('valid');
		expect(signatureOf(body, secret)).toBe(documented);
	});

	it('covers the received bytes, with escapes as Meta writes them', () => {
		const escaped = '{"text":"\\u2665 \\u00e9\\ud83d\\ude00 https:\\/\\/x"}';
		const header = signatureOf(escaped, secret);
		expect(checkSignature(Buffer.from(escaped), header, [secret])).toBe('valid');
		const reserialized = JSON.stringify(JSON.parse(escaped));
		expect(reserialized).not.toBe(escaped);
		expect(checkSignature(reserialized, header, [secret])).toBe('mismatch');
	});

	it.each([
		['one character of the body changed', 'Hello, World?', documented, 'mismatch'],
		['a space added', `${body} `, documented, 'mismatch'],
		['an empty body', '', documented, 'mismatch'],
		['no header', body, undefined, 'missing'],
		['an empty header', body, '', 'missing'],
		['SHA-1', body, `sha1=${'a'.repeat(40)}`, 'malformed'],
		['no prefix', body, digits, 'malformed'],
		['upper case digits', body, `sha256=${digits.toUpperCase()}`, 'malformed'],
		['an upper case prefix', body, `SHA256=${digits}`, 'malformed'],
		['63 digits', body, `sha256=${digits.slice(1)}`, 'malformed'],
		['65 digits', body, `sha256=${digits}0`, 'malformed'],
		['a line break behind', body, `${documented}\n`, 'malformed'],
		['64 letters outside ASCII', body, `sha256=${'é'.repeat(64)}`, 'malformed'],
		['a list of headers', body, [documented, documented], 'malformed'],
		['a number', body, 256, 'malformed'],
		['an object', body, { toString: () => documented }, 'malformed'],
	])('with %s is not', (_, input, header, outcome) => {
		expect(checkSignature(input, header, [secret])).toBe(outcome);
	});

	it('may be made with any of several secrets, and with no empty one', () => {
		expect(checkSignature(body, documented, ['new secret', secret])).toBe('valid');
		expect(checkSignature(body, documented, ['new secret', ''])).toBe('mismatch');
		const withEmptyKey = `sha256=${createHmac('sha256', '').update(body).digest('hex')}`;
		expect(checkSignature(body, withEmptyKey, ['', undefined])).toBe('mismatch');
		expect(checkSignature(body, documented, [])).toBe('mismatch');
	});

	it('is never accepted unless made with the secret, and never throws', () => {
		const anything = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.anything(),
			fc
				.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
				.map((hex) => `sha256=${hex}`),
		);
		fc.assert(
			fc.property(fc.uint8Array(), anything, (bytes, header) => {
				const outcome = checkSignature(bytes, header, [secret]);
				expect(outcome).not.toBe('valid');
				expect(checkSignature(bytes, signatureOf(bytes, secret), [secret])).toBe('valid');
			}),
			{ numRuns: 500 },
		);
	});
});
