import * as fc from 'fast-check';
import { markdownToWhatsApp } from '../../../cloud-api/messages/markdown';

describe('Markdown in the formatting of WhatsApp', () => {
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

	it('leaves text without any signs as it is', () => {
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
