import * as fc from 'fast-check';
import { markdownToWhatsApp } from '../../../../cloud-api/messages/markdown/markdown';

describe('Markdown as WhatsApp formatting', () => {
	it.each([
		['**bold**', '*bold*'],
		['__bold__', '*bold*'],
		['*italic*', '_italic_'],
		['_italic_', '_italic_'],
		['***both***', '*_both_*'],
		['~~gone~~', '~gone~'],
		['`code`', '`code`'],
		['a **bold** and *italic* word', 'a *bold* and _italic_ word'],
		['# Title', '*Title*'],
		['### **Title** ###', '*Title*'],
		['[Shop](https://example.com/a_b)', 'Shop (https://example.com/a_b)'],
		['[https://example.com](https://example.com)', 'https://example.com'],
		['![Logo](https://example.com/l.png "Our logo")', 'Logo (https://example.com/l.png)'],
		['<https://example.com>', 'https://example.com'],
		['* one\n* two', '- one\n- two'],
		['- one\n  + two', '- one\n  - two'],
		['- [ ] open\n- [x] done', '☐ open\n☑ done'],
		['1. one\n2. two', '1. one\n2. two'],
		['> quote', '> quote'],
		['before\n\n---\n\nafter', 'before\n\n\nafter'],
		['| A | B |\n|---|---|\n| 1 | 2 |', 'A | B\n1 | 2'],
		['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
		['snake_case_name', 'snake_case_name'],
		['\\*not bold\\*', '*not bold*'],
		['```js\nconst a = **b**;\n```', '```\nconst a = **b**;\n```'],
		['`**not bold**` but **bold**', '`**not bold**` but *bold*'],
		['Price: 5 € (was **10 €**)', 'Price: 5 € (was *10 €*)'],
	])('%j becomes %j', (markdown, expected) => {
		expect(markdownToWhatsApp(markdown)).toBe(expected);
	});

	// waha#1522, openclaw#7153 and neighbors: destroyed links and sums.
	it.each([
		['https://drive.example/d/1__aB__Xy/view', 'https://drive.example/d/1__aB__Xy/view'],
		['see https://a.example/x_y_z, *now*', 'see https://a.example/x_y_z, _now_'],
		['**https://example.com/pay**', 'https://example.com/pay'],
		['*https://example.com/pay*', 'https://example.com/pay'],
		['**Pay: https://example.com/pay**', '*Pay:* https://example.com/pay'],
		['**https://example.com/pay is due**', 'https://example.com/pay *is due*'],
		['https://example.com/~~a~~/b', 'https://example.com/~~a~~/b'],
		['https://example.com/**/x', 'https://example.com/**/x'],
		['(https://en.example/Ada_(code))', '(https://en.example/Ada_(code))'],
		['[Ada](https://en.example/Ada_(code))', 'Ada (https://en.example/Ada_(code))'],
		['[**Pay** now](https://a.example "Title")', '*Pay* now (https://a.example)'],
		[
			'[![Logo](https://a.example/l.png)](https://a.example)',
			'Logo (https://a.example/l.png) (https://a.example)',
		],
		['[mail](mailto:ada@example.com) <ada@example.com>', 'mail (ada@example.com) ada@example.com'],
		['[here](#part)', 'here'],
		['`` `5` * 3 = 15 ``', '````5` * 3 = 15```'],
		['`5` * 3 = 15', '`5` * 3 = 15'],
		['5*3*2 = 30', '5*3*2 = 30'],
		['2**3**2', '2**3**2'],
		['`a` # no heading', '`a` # no heading'],
		['`a` - no item', '`a` - no item'],
		['#hashtag', '#hashtag'],
		['+49 170 1234567', '+49 170 1234567'],
		['snake__case__name and snake_case', 'snake__case__name and snake_case'],
		['un**believ**able', 'unbelievable'],
		['这是**重点**内容', '这是*重点*内容'],
		['**two\nlines**', '*two*\n*lines*'],
		['**a **b** c**', '*a b c*'],
		['**bold *and italic* text**', '*bold _and italic_ text*'],
		['*a **b** c*', '_a *b* c_'],
		['Title\n=====\ntext', '*Title*\ntext'],
		['> **Note:** see below', '> *Note:* see below'],
		['> # Title', '> *Title*'],
		['a<br>b &amp; c', 'a\nb & c'],
		['```\nunclosed **code**', '```\nunclosed **code**\n```'],
		['~~~\na\n~~~', '```\na\n```'],
		['| A | B |\n|:--|--:|\n| **1** | a \\| b |\n\nafter', 'A | B\n*1* | a | b\n\nafter'],
		['a | b', 'a | b'],
		['** not bold **', '** not bold **'],
		['**open', '**open'],
		['[a](<https://a.example/b c>)', 'a (https://a.example/b%20c)'],
		['awww.a.example/*b* c', 'awww.a.example/_b_ c'],
		['*(https://a.example/b)*', '_(https://a.example/b)_'],
		['<https://a.example/b c', '<https://a.example/b c'],
		['<tel:+491701234567> <mailto:ada@example.com>', '+491701234567 ada@example.com'],
		['a\nb\n---\nc', 'a\nb\nc'],
		['````\n```\n**x**\n````', '```\n```\n**x**\n```'],
		['a | b\n---|---|---\nc', 'a | b\n---|---|---\nc'],
		['a\n\n--\n\nb', 'a\n\n--\n\nb'],
		['# C#', '*C#*'],
		['## C# ##', '*C#*'],
		['a ~~~b~~~ c', 'a ~~~b~~~ c'],
		['中__文 a__ b', '中__文 a__ b'],
		['😀**"a"** b', '😀*"a"* b'],
		['*foo**bar**baz*', '_foobarbaz_'],
		['[a\\]b](https://a.example)', 'a]b (https://a.example)'],
		['![a](https://a.example/(b(c)))', 'a (https://a.example/(b(c)))'],
		["[a](https://a.example 'b)')", 'a (https://a.example)'],
		['a\r\n**b**\rc', 'a\n*b*\nc'],
		['a\\b', 'a\\b'],
		['a&nbsp;b', 'a\u00a0b'],
		['a<br/>b<br />c', 'a\nb\nc'],
		['`  `', '`  `'],
		['`   `', '`   `'],
		['` a `', '`a`'],
		['*', '*'],
		['[', '['],
		['[]()', ''],
		['', ''],
	])('%j becomes %j', (markdown, expected) => {
		expect(markdownToWhatsApp(markdown)).toBe(expected);
	});

	// Numbered as in CommonMark 0.31.2, the output in WhatsApp's signs.
	it.each([
		[350, '*foo bar*', '_foo bar_'],
		[351, 'a * foo bar*', 'a * foo bar*'],
		[352, 'a*"foo"*', 'a*"foo"*'],
		[357, '_foo bar_', '_foo bar_'],
		[358, '_ foo bar_', '_ foo bar_'],
		[360, 'foo_bar_', 'foo_bar_'],
		[363, 'aa_"bb"_cc', 'aa_"bb"_cc'],
		[364, 'foo-_(bar)_', 'foo-_(bar)_'],
		[366, '*foo bar *', '*foo bar *'],
		[378, '**foo bar**', '*foo bar*'],
		[379, '** foo bar**', '** foo bar**'],
		[391, '**foo bar **', '**foo bar **'],
		[402, '*foo [bar](/url)*', '_foo bar (/url)_'],
		[404, '_foo __bar__ baz_', '_foo *bar* baz_'],
		[412, '*foo **bar***', '_foo *bar*_'],
		[434, 'foo ***', 'foo ***'],
		[435, 'foo *\\**', 'foo _*_'],
		[464, '__foo, __bar__, baz__', '*foo, bar, baz*'],
	])('follows example %i of CommonMark', (_, markdown, expected) => {
		expect(markdownToWhatsApp(markdown)).toBe(expected);
	});

	it('keeps every URL of the text unchanged', () => {
		const part = fc.constantFrom(
			'a',
			'_',
			'__',
			'*',
			'**',
			'~~',
			'/',
			'-',
			'(x)',
			'?q=1',
			'&b=2',
			'#t',
			'%20',
		);
		const address = fc
			.array(part, { maxLength: 8 })
			.map((parts) => `https://example.com/${parts.join('')}z`);
		const text = fc.constantFrom(
			' ',
			'\n',
			' **',
			'** ',
			' *',
			'* ',
			'_',
			'`',
			'~~',
			'[a](',
			') ',
			'# ',
			'- ',
			'word',
			'> ',
			'| ',
		);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(text, address, text), { minLength: 1, maxLength: 4 }),
				(all) => {
					const input = all.map(([before, url, after]) => `${before}${url}${after} `).join('');
					const result = markdownToWhatsApp(input);
					const urls = input.match(/https:\/\/[^\s`]*z/g) ?? [];
					for (const url of urls) expect(result).toContain(url);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('never puts a marker next to a URL', () => {
		const url = 'https://example.com/x';
		for (const sign of ['*', '**', '***', '_', '__', '~~', '**_'])
			for (const text of [url, `a ${url}`, `${url} b`, `a ${url} b`]) {
				const closing = [...sign].reverse().join('');
				expect(markdownToWhatsApp(sign + text + closing)).toMatch(
					/(^|[^*_~])https:\/\/example\.com\/x($|[^*_~])/,
				);
			}
	});

	it('does not change text without formatting', () => {
		fc.assert(
			fc.property(
				fc
					.array(fc.constantFrom('a', 'ü', ' ', '😀', '.', ',', '!', '€', '\n', '5'))
					.map((all) => all.join('')),
				(text) => expect(markdownToWhatsApp(text)).toBe(text),
			),
		);
	});
});
