import { parseBlocks, plainText } from '../../../../sandbox/phone/format/blocks';

const kinds = (source: string) => parseBlocks(source).map(({ type }) => type);

describe('blocks of a message', () => {
	it('sets quotes and lists apart from paragraphs', () => {
		const source = 'Hello\n> quoted\n> more\n- one\n* two\n3. three\n4. four\nBye';
		expect(kinds(source)).toEqual(['text', 'quote', 'bullets', 'numbers', 'text']);
		expect(parseBlocks(source)[3]).toMatchObject({
			start: 3,
			items: [[{ text: 'three' }], [{ text: 'four' }]],
		});
	});

	it.each(['>no space', '-no space', '1.no space', '> ', '- '])('reads %j as text', (source) => {
		expect(kinds(source)).toEqual(['text']);
	});

	it('keeps empty lines and Windows line ends', () => {
		expect(parseBlocks('a\r\n\r\nb')).toEqual([
			{ type: 'text', lines: [[{ type: 'text', text: 'a' }], [], [{ type: 'text', text: 'b' }]] },
		]);
	});

	it('keeps what three backticks enclose together, including list marks', () => {
		expect(parseBlocks('```- a\n> b```')).toEqual([
			{ type: 'text', lines: [[{ type: 'mono', text: '- a\n> b' }]] },
		]);
	});

	it('shows a message in one line of plain text', () => {
		expect(plainText('*Hi* _there_\n\n- `one`\n- two')).toBe('Hi there one two');
	});
});
