/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { EventEmitter } from 'node:events';
import type { IWebhookFunctions } from 'n8n-workflow';
import { answered } from '../../../nodes/WhatsAppCloudTrigger/delivery/answered';
import { readDelivery } from '../../../nodes/WhatsAppCloudTrigger/delivery/request';

describe('reading a delivery', () => {
	const read = async (request: object) =>
		await readDelivery({
			getRequestObject: () => request,
			getHeaderData: () => ({ 'x-hub-signature-256': 'sha256=1' }),
		} as unknown as IWebhookFunctions);

	it('fetches the bytes where n8n has not read them yet', async () => {
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

	it('takes 4 MB, and nothing beyond', async () => {
		const limit = 4 * 1024 * 1024;
		expect(await read({ rawBody: Buffer.alloc(limit) })).toBeDefined();
		expect(await read({ rawBody: Buffer.alloc(limit + 1) })).toBeUndefined();
	});
});

describe('whether Meta takes a delivery as accepted', () => {
	/** n8n's answer ends with these events. */
	const outcome = async (statusCode: number, ...events: string[]) => {
		const response = Object.assign(new EventEmitter(), { statusCode });
		const done = answered({ getResponseObject: () => response } as unknown as IWebhookFunctions);
		for (const event of events) response.emit(event);
		return await done;
	};

	it.each([
		[200, ['finish', 'close'], true],
		[500, ['finish', 'close'], false],
		[404, ['finish', 'close'], false],
		// Meta hung up first; the execution may well be stored.
		[200, ['close'], true],
		[500, ['close'], false],
	])('status %i, %j: %s', async (status, events, accepted) => {
		expect(await outcome(status, ...events)).toBe(accepted);
	});
});
