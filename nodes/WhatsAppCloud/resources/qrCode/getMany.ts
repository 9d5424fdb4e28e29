import type { IDataObject } from 'n8n-workflow';
import { listQrCodes } from '../../../../cloud-api/accounts/qrCodes';
import { number } from '../../fields/number';
import { paging, wantedItems } from '../../fields/paging';
import type { Operation } from '../../runtime/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many QR codes',
	description: 'Get the QR codes of a phone number',
	fields: [number, ...paging],
	async run({ graph, param }) {
		const codes = await listQrCodes(graph, param.sender(), wantedItems(param));
		return codes as unknown as IDataObject[];
	},
};
