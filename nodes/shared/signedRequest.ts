import type { IWebhookFunctions } from 'n8n-workflow';

/** Meta sends up to 3 MB; n8n itself accepts 16 MB. */
const MAX_BYTES = 4 * 1024 * 1024;

interface RawRequest {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** A delivery as it arrived. */
export interface Delivery {
	/** The bytes that Meta signed. */
	rawBody: Buffer;
	signature: unknown;
	contentType: string;
}

/** Reads the bytes of a delivery; `undefined` when it is larger than any of Meta's. */
export async function readDelivery(context: IWebhookFunctions): Promise<Delivery | undefined> {
	const request = context.getRequestObject() as unknown as RawRequest;
	if (request.rawBody === undefined) await request.readRawBody?.();
	const rawBody = request.rawBody ?? Buffer.alloc(0);
	if (rawBody.length > MAX_BYTES) return undefined;
	const headers = context.getHeaderData();
	return {
		rawBody,
		signature: headers['x-hub-signature-256'],
		contentType: String(headers['content-type'] ?? 'application/json'),
	};
}
