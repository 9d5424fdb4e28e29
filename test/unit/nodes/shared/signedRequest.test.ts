import type { IWebhookFunctions } from 'n8n-workflow';
import { readDelivery } from '../../../../nodes/shared/signedRequest';

describe('reading a delivery', () => {
	const read = async (request: object) =>
		await readDelivery({
			getRequestObject: () => request,
			getHeaderData: () => ({ 'x-hub-signature-256': 'sha256=1' }),
		} as unknown as IWebhookFunctions);

	it('reads the bytes where n8n has not read them yet', async () => {
		const request = {
			rawBody: undefined as Buffer | undefined,
			readRawBody: async () => {
				request.rawBody = await Promise.resolve(Buffer.from('{}'));
			},
		};
		expect(await read(request)).toEqual({
			rawBody: Buffer.from('{}'),
			signature: 'sha256=1',
			contentType: 'application/json',
		});
	});

	it('accepts 4 MB, and nothing larger', async () => {
		const limit = 4 * 1024 * 1024;
		expect(await read({ rawBody: Buffer.alloc(limit) })).toBeDefined();
		expect(await read({ rawBody: Buffer.alloc(limit + 1) })).toBeUndefined();
	});
});
