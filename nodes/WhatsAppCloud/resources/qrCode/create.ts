import { createQrCode } from '../../../../cloud-api/accounts/qrCodes';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { image, imageFormat, prefilledMessage, qrItem } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create a QR code',
	description: 'Create a QR code and a short link that open a chat with a prefilled message',
	fields: [number, prefilledMessage, image],
	async run(call) {
		const { graph, param } = call;
		const qr = await createQrCode(
			graph,
			param.sender(),
			param.text('prefilledMessage'),
			imageFormat(call),
		);
		return await qrItem(call, qr);
	},
};
