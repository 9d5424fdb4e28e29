import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';
import { answer, joinRequestIds } from './joinRequests';

export const approveJoinRequests: Operation = {
	name: 'Approve Join Requests',
	value: 'approveJoinRequests',
	action: 'Approve join requests of a group',
	description: 'Approve requests to join a group. Returns one result per request.',
	fields: [groupId, joinRequestIds],
	async run(call) {
		return await answer(call, true);
	},
};
