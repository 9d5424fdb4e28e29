import type { IDataObject } from 'n8n-workflow';
import { listJoinRequests } from '../../../../cloud-api/groups/joinRequests';
import { paging, wantedItems } from '../../fields/paging';
import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';

export const getJoinRequests: Operation = {
	name: 'Get Join Requests',
	value: 'getJoinRequests',
	action: 'Get the join requests of a group',
	description: 'Get the people who asked to join a group that requires approval',
	fields: [groupId, ...paging],
	async run({ graph, param }) {
		const page = { limit: wantedItems(param) };
		const requests = await listJoinRequests(graph, param.text('groupId'), page);
		return requests as unknown as IDataObject[];
	},
};
