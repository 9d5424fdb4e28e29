import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';
import { answer, joinRequestIds } from './joinRequests';

export const rejectJoinRequests: Operation = {
	name: 'Reject Join Requests',
	value: 'rejectJoinRequests',
	action: 'Reject join requests of a group',
	description: 'Reject requests to join a group. Returns one result per request.',
	fields: [groupId, joinRequestIds],
	async run(call) {
		return await answer(call, false);
	},
};
