import { urlButtonMessage } from '../../../../cloud-api/messages/urlButton';

const send = (url: unknown) => () =>
	urlButtonMessage({ body: 'Track', displayText: 'Open', url: url as string });

describe('the URL of a button', () => {
	it.each([
		['https://example.com/a b.pdf', /contains a space/],
		['https://example.com/t/{{1}}', /contains a variable/],
		['https://example.com/t/[[1]]', /contains a variable/],
		['https://example.com/1 }}', /contains a space/],
		['https://example.com/{id}', /contains a variable or braces/],
		['https://example.com/a|b', /character that web addresses do not allow/],
		['example.com', /is not a web address/],
		['javascript:alert(1)', /is not a web address/],
		['https://', /is not a web address/],
		['', /is empty/],
		[{}, /is not a web address/],
		[['https://example.com'], /is not a web address/],
	])('%p is invalid', (url, says) => expect(send(url)).toThrow(says));

	it.each([
		'https://example.com/a%20b?q=1&x[]=2#top',
		'http://example.com',
		'https://exämple.com/ü',
	])('%s is sent as it is', (url) =>
		expect(send(url)()).toMatchObject({ interactive: { action: { parameters: { url } } } }),
	);
});
