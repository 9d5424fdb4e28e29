import type { IDataObject } from 'n8n-workflow';
import { listGroups } from '../../../../cloud-api/groups/groups';
import { number } from '../../fields/number';
import { paging, wantedItems } from '../../fields/paging';
import type { Operation } from '../../runtime/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many groups',
	description: 'Get the active groups of a phone number',
	fields: [number, ...paging],
	async run({ graph, param }) {
		const groups = await listGroups(graph, param.sender(), wantedItems(param));
		return groups as unknown as IDataObject[];
	},
};
