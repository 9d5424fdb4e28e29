import { emojiCount } from '../../../../sandbox/phone/format/emoji';

describe('messages of nothing but emoji', () => {
	it.each([
		['👍', 1],
		['❤️', 1],
		['🇧🇷', 1],
		['👨‍👩‍👧', 1],
		[' 🙏🎉 ', 2],
		['😀😀😀', 3],
	])('counts %s', (text, count) => {
		expect(emojiCount(text)).toBe(count);
	});

	it.each(['', 'ok 👍', '123', '😀😀😀😀', '©x'])('shows %j at the usual size', (text) => {
		expect(emojiCount(text)).toBe(0);
	});
});
