import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { QrCode, QrImageFormat } from '../../../../cloud-api/accounts/qrCodes';
import { withBinary, type Call, type Result } from '../../runtime/operation';

export const code: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 4O4YGZEG3RIVE1',
	description: 'ID of the QR code, 14 letters and digits. Create and Get Many return it.',
};

export const prefilledMessage: INodeProperties = {
	displayName: 'Prefilled Message',
	name: 'prefilledMessage',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. I would like to order',
	description: "Text that is prefilled in the customer's chat, up to 140 characters",
};

export const image: INodeProperties = {
	displayName: 'Image',
	name: 'image',
	type: 'options',
	options: [
		{ name: 'None', value: '' },
		{ name: 'PNG', value: 'PNG' },
		{ name: 'SVG', value: 'SVG' },
	],
	default: 'PNG',
	description: 'Format of the image, which is returned in the binary field "data"',
};

export function imageFormat({ param }: Call): QrImageFormat | undefined {
	const format = param.text('image');
	return format === 'PNG' || format === 'SVG' ? format : undefined;
}

/** The QR code as an item, with its image as binary data if Meta created one. */
export async function qrItem({ graph, files }: Call, qr: QrCode): Promise<Result> {
	const json = { ...qr } as unknown as IDataObject;
	if (!qr.imageUrl) return json;
	const { body, headers } = await graph.download(qr.imageUrl);
	const type = headers['content-type']?.split(';')[0] || 'image/png';
	const extension = type.includes('svg') ? 'svg' : 'png';
	const content = body as Parameters<typeof files.output>[0];
	return withBinary(json, { data: await files.output(content, `${qr.code}.${extension}`, type) });
}
