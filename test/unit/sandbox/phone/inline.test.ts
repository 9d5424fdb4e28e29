import { parseInline, type Inline } from '../../../../sandbox/phone/format/inline';

const text = (value: string): Inline => ({ type: 'text', text: value });

describe('running text of a message', () => {
	it.each([
		['*bold*', 'bold'],
		['_italic_', 'italic'],
		['~gone~', 'strike'],
	])('reads %s', (source, type) => {
		expect(parseInline(source)).toEqual([{ type, children: [text(source.slice(1, -1))] }]);
	});

	it('nests marks', () => {
		expect(parseInline('*a _b_*')).toEqual([
			{ type: 'bold', children: [text('a '), { type: 'italic', children: [text('b')] }] },
		]);
	});

	it.each([
		'2*3*4',
		'a*b* c',
		'snake_case_name',
		'* not bold*',
		'*not bold *',
		'**',
		'~',
		'a *b',
		'*a\nb*',
	])('does not change %j', (source) => {
		expect(parseInline(source)).toEqual([text(source)]);
	});

	it('formats next to punctuation', () => {
		expect(parseInline('(*yes*)!')).toEqual([
			text('('),
			{ type: 'bold', children: [text('yes')] },
			text(')!'),
		]);
	});

	it('formats nothing inside code', () => {
		expect(parseInline('`*a*` and ```_b_\nc```')).toEqual([
			{ type: 'code', text: '*a*' },
			text(' and '),
			{ type: 'mono', text: '_b_\nc' },
		]);
	});

	it('distinguishes marks inside a URL from marks around it', () => {
		expect(parseInline('*see https://x.example/a_b_c*')).toEqual([
			{
				type: 'bold',
				children: [
					text('see '),
					{ type: 'link', text: 'https://x.example/a_b_c', href: 'https://x.example/a_b_c' },
				],
			},
		]);
	});

	it('never turns text into markup', () => {
		const evil = '<img src=x onerror=alert(1)>';
		expect(parseInline(evil)).toEqual([text(evil)]);
	});

	it('loses no character of any text', () => {
		const flat = (pieces: Inline[]): string =>
			pieces.map((piece) => ('children' in piece ? flat(piece.children) : piece.text)).join('');
		for (const source of ['a*b_c~d`e', '日本*語*だ', '👍 *👍* 👍', '`', '``````', 'x\n\ny']) {
			expect(flat(parseInline(source)).replace(/[*_~`]/g, '')).toBe(source.replace(/[*_~`]/g, ''));
		}
	});
});
