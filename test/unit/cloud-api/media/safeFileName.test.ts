import fc from 'fast-check';
import { safeFileName } from '../../../../cloud-api/media/safeFileName';

describe('a file name from outside', () => {
	it.each([
		['invoice.pdf', 'invoice.pdf'],
		['Angebot Nr. 7 – final.pdf', 'Angebot Nr. 7 – final.pdf'],
		['../../../../up/evil.sh', 'evil.sh'],
		['..\\..\\windows\\evil.bat', 'evil.bat'],
		['C:\\Users\\ana\\Invoice.pdf', 'Invoice.pdf'],
		['/etc/passwd', 'passwd'],
		['a/b/c/', 'c'],
		['photo\u0000.jpg', 'photo.jpg'],
		['line\nbreak\r.txt', 'linebreak.txt'],
		['\u202Egpj.exe', 'gpj.exe'],
		['exe\u2066.gpj\u2069.txt', 'exe.gpj.txt'],
		['zero\u200bwidth\ufeff.txt', 'zerowidth.txt'],
		['what? "this": <one>*|.txt', 'what_ _this__ _one___.txt'],
		['.bashrc', 'bashrc'],
		['name.', 'name'],
		['  spaced .pdf  ', 'spaced .pdf'],
		['CON', '_CON'],
		['nul.txt', '_nul.txt'],
		['console.log', 'console.log'],
		['a\uff0fb.txt', 'a_b.txt'],
		['کتاب\u200cها.pdf', 'کتاب\u200cها.pdf'],
		['👩‍👧.jpg', '👩‍👧.jpg'],
		['\ud800.pdf', '\ufffd.pdf'],
		[`${'a'.repeat(150)}.${'b'.repeat(30)}`, 'a'.repeat(120)],
	])('%j becomes %j', (input, expected) => {
		expect(safeFileName(input)).toBe(expected);
	});

	it.each(['', '.', '..', '../..', '   ', '\u0000', '\u202e', '/', undefined, 7, {}, null])(
		'%j is not a name',
		(input) => {
			expect(safeFileName(input)).toBeUndefined();
		},
	);

	it('keeps its extension when it is shortened', () => {
		const name = safeFileName(`${'x'.repeat(500)}.pdf`);
		expect(name).toHaveLength(120);
		expect(name).toMatch(/^x+\.pdf$/);
	});

	it('never has a path, a control character, or a direction mark, and does not change the second time', () => {
		const nasty = fc.string({
			unit: fc.oneof(
				fc.constantFrom('.', '/', '\\', '\u0000', '\u202e', '\u2067', ':', ' ', '\ud800', 'CON'),
				fc.string({ unit: 'binary', maxLength: 3 }),
			),
			maxLength: 200,
		});
		fc.assert(
			fc.property(nasty, (input) => {
				const name = safeFileName(input);
				if (name === undefined) return;
				expect(name).not.toMatch(/[\\/\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
				expect(name).not.toMatch(/^\.|[. ]$/);
				expect(Array.from(name).length).toBeLessThanOrEqual(120);
				expect(safeFileName(name)).toBe(name);
			}),
			{ numRuns: 2000 },
		);
	});
});
