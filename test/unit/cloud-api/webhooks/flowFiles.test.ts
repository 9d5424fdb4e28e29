import { flowFiles } from '../../../../cloud-api/webhooks/messages/flowFiles';

const file = (id: number) => ({ id: String(id), mime_type: 'image/jpeg', file_name: `${id}.jpg` });
const files = (count: number) => Array.from({ length: count }, (_, index) => file(index + 1));
const nested = (depth: number): Record<string, unknown> =>
	depth === 0 ? { photo: file(1) } : { inner: nested(depth - 1) };

describe('the files of a flow answer', () => {
	it('have the path of their field', () => {
		const answer = { photos: files(2), details: { receipt: file(3) }, note: 'Hello' };
		expect(flowFiles(answer).map(({ field, mediaId }) => [field, mediaId])).toEqual([
			['photos', '1'],
			['photos', '2'],
			['details.receipt', '3'],
		]);
	});

	it('are at most 30', () => {
		expect(flowFiles({ photos: files(30) })).toHaveLength(30);
		expect(flowFiles({ photos: files(31) })).toHaveLength(30);
		expect(flowFiles({ first: files(20), second: files(20) })).toHaveLength(30);
	});

	it('are read up to four levels deep', () => {
		expect(flowFiles(nested(3))).toHaveLength(1);
		expect(flowFiles(nested(4))).toHaveLength(0);
	});

	it.each([
		['no ID', { mime_type: 'image/jpeg' }],
		['an ID only', { id: '1' }],
		['text', 'photo.jpg'],
	])('do not include a value with %s', (_, value) => {
		expect(flowFiles({ photo: value })).toEqual([]);
	});
});
