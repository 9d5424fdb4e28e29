import type { IDataObject } from 'n8n-workflow';
import { listBlocked } from '../../../../cloud-api/accounts/users';
import { number } from '../../fields/number';
import { paging, wantedItems } from '../../fields/paging';
import type { Operation } from '../../runtime/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many blocked users',
	description: 'Get the users that a phone number has blocked',
	fields: [number, ...paging],
	async run({ graph, param }) {
		const blocked = await listBlocked(graph, param.sender(), { limit: wantedItems(param) });
		return blocked as IDataObject[];
	},
};
