import * as fc from 'fast-check';
import { splitText } from '../../../../cloud-api/messages/splitText';

const points = (text: string) => [...text].length;

describe('splitting a long text', () => {
	it('does not split a text that fits', () => {
		expect(splitText('a'.repeat(4096))).toEqual(['a'.repeat(4096)]);
		expect(splitText('a'.repeat(4097))).toHaveLength(2);
	});

	it('prefers a paragraph, then a line, then a sentence, then a word', () => {
		expect(splitText('one two. three\nfour five\n\nsix seven', 30)).toEqual([
			'one two. three\nfour five',
			'six seven',
		]);
		expect(splitText('one two. three\nfour five six', 20)).toEqual([
			'one two. three',
			'four five six',
		]);
		expect(splitText('one two. three four five', 20)).toEqual(['one two.', 'three four five']);
		expect(splitText('one two three four', 10)).toEqual(['one two', 'three four']);
	});

	it('splits no formatted text if there is another boundary', () => {
		expect(splitText('one two *three four five* six', 20)).toEqual([
			'one two',
			'*three four five*',
			'six',
		]);
		expect(splitText('one _two three four_', 16)).toEqual(['one', '_two three four_']);
		expect(splitText('one `two. three four` x', 18)).toEqual(['one', '`two. three four`', 'x']);
		expect(splitText('5 * 3 and 4 * 2', 10)).toEqual(['5 * 3 and', '4 * 2']);
	});

	it('splits a word that is longer than the limit, but no emoji', () => {
		expect(splitText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
		const family = '👨‍👩‍👧‍👦';
		expect(splitText(family.repeat(3), points(family) * 2 - 1)).toEqual([family, family, family]);
	});

	it('loses only white space, keeps the order, and respects the limit', () => {
		const alphabet = fc.constantFrom('a', 'b', '. ', '! ', ' ', '\n', '\n\n', '😀', 'ü', 'word ');
		fc.assert(
			fc.property(
				fc.array(alphabet, { maxLength: 300 }).map((all) => all.join('')),
				fc.integer({ min: 5, max: 60 }),
				(text, limit) => {
					const parts = splitText(text, limit);
					for (const part of parts) {
						expect(points(part)).toBeLessThanOrEqual(limit);
						expect(part.trim()).not.toBe('');
					}
					expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
				},
			),
		);
	});
});
