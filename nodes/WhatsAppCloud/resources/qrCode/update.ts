import { updateQrCode } from '../../../../cloud-api/accounts/qrCodes';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { code, prefilledMessage, qrItem } from './fields';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a QR code',
	description: 'Change the prefilled message of a QR code. Printed codes remain valid.',
	fields: [number, code, prefilledMessage],
	async run(call) {
		const { graph, param } = call;
		const qr = await updateQrCode(
			graph,
			param.sender(),
			param.text('code'),
			param.text('prefilledMessage'),
		);
		return await qrItem(call, qr);
	},
};
