import { isDataUrl, readTextFile } from '../../../../cloud-api/media/dataUrl';

it.each([
	['data:image/png;base64,AA==', true],
	[' \nDATA:,a', true],
	['data:text/plain;charset=utf-8,a,b', true],
	['data:', false],
	['data:image/png', false],
	['metadata:a,b', false],
	['https://example.com/data:,', false],
	['', false],
])('%j is a data URL: %s', (text, is) => {
	expect(isDataUrl(text)).toBe(is);
});

describe('a file as text', () => {
	it.each<[string, string, string | undefined]>([
		['SGk=', 'Hi', undefined],
		['SGk', 'Hi', undefined],
		[' S G\nk = ', 'Hi', undefined],
		['Pz8_Pj4-', '???>>>', undefined],
		['Pz8/Pj4+', '???>>>', undefined],
		['data:;base64,SGk=', 'Hi', undefined],
		['data:text/plain;BASE64,SGk=', 'Hi', 'text/plain'],
		['data:Image/PNG;name=a.png; base64 ,SGk%3D', 'Hi', 'image/png'],
		['data:,a%2Cb,c', 'a,b,c', undefined],
		['data:text/csv,100% sure', '100% sure', 'text/csv'],
		['data:text/plain,ä', 'ä', 'text/plain'],
	])('%j is %j', (text, content, mimeType) => {
		const file = readTextFile(text, 'media');
		expect(file.bytes.toString()).toBe(content);
		expect(file.mimeType).toBe(mimeType);
	});

	it.each([
		['', /The file is empty/],
		[' \n', /The file is empty/],
		['data:image/png;base64,', /The file is empty/],
		['SGkSG', /not Base64/],
		['SGk===', /not Base64/],
		['SG=k', /not Base64/],
		['picture.png', /not Base64/],
		['[object Object]', /not Base64/],
		['{"a":1}', /not Base64/],
		['HTTPS://example.com/a', /not Base64, but a link/],
		['data:image/png;base64,<html>', /not Base64/],
	])('%j is invalid', (text, says) => {
		expect(() => readTextFile(text, 'media')).toThrow(says);
	});
});
