import { getQrCode } from '../../../../cloud-api/accounts/qrCodes';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { code, image, imageFormat, qrItem } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a QR code',
	description: 'Get the message and link of a QR code, optionally with its image',
	fields: [number, code, image],
	async run(call) {
		const { graph, param } = call;
		const qr = await getQrCode(graph, param.sender(), param.text('code'), imageFormat(call));
		return await qrItem(call, qr);
	},
};
