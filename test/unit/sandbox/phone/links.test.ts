import { firstWebLink, matchLink, safeHref } from '../../../../sandbox/phone/format/links';

describe('links in a message', () => {
	it.each([
		['https://example.com/a?b=c.', 'https://example.com/a?b=c', 'https://example.com/a?b=c'],
		['www.example.com/x,', 'www.example.com/x', 'https://www.example.com/x'],
		['help@example.com!', 'help@example.com', 'mailto:help@example.com'],
		['+1 555 010 0100', '+1 555 010 0100', 'tel:+15550100100'],
		['https://example.com/a_(b)', 'https://example.com/a_(b)', 'https://example.com/a_(b)'],
	])('finds the link in %s', (source, shown, href) => {
		expect(matchLink(source, 0)).toEqual({ text: shown, href, end: shown.length });
	});

	it.each(['javascript:alert(1)', 'example', '1234567890', 'data:text/html,x'])(
		'finds none in %s',
		(source) => {
			expect(matchLink(source, 0)).toBeUndefined();
		},
	);

	it('does not start in the middle of a word', () => {
		expect(matchLink('xhttps://example.com', 1)).toBeUndefined();
	});

	it('uses the first URL for the preview, not an email address', () => {
		const url = firstWebLink('Mail a@b.example or see http://one.example, https://two.example');
		expect(url?.href).toBe('http://one.example/');
		expect(firstWebLink('nothing here')).toBeUndefined();
	});

	it('opens only what cannot run a script', () => {
		expect(safeHref('https://example.com')).toBe('https://example.com');
		expect(safeHref('JavaScript:alert(1)')).toBeUndefined();
		expect(safeHref(' javascript:alert(1)')).toBeUndefined();
		expect(safeHref('file:///etc/passwd')).toBeUndefined();
		expect(safeHref(undefined)).toBeUndefined();
	});
});
