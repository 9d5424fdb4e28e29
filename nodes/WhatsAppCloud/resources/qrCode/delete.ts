import { deleteQrCode } from '../../../../cloud-api/accounts/qrCodes';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';
import { code } from './fields';

export const deleteOne: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a QR code',
	description: 'Delete a QR code. The code and its link stop working.',
	fields: [number, code],
	async run({ graph, param }) {
		await deleteQrCode(graph, param.sender(), param.text('code'));
		return { deleted: true };
	},
};
