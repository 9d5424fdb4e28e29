import type { Resource } from '../../runtime/operation';
import { approveJoinRequests } from './approveJoinRequests';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getInviteLink } from './getInviteLink';
import { getJoinRequests } from './getJoinRequests';
import { getMany } from './getMany';
import { rejectJoinRequests } from './rejectJoinRequests';
import { removeParticipants } from './removeParticipants';
import { resetInviteLink } from './resetInviteLink';
import { update } from './update';

export const group: Resource = {
	name: 'Group',
	value: 'group',
	operations: [
		create,
		getMany,
		get,
		update,
		deleteOne,
		getInviteLink,
		resetInviteLink,
		removeParticipants,
		getJoinRequests,
		approveJoinRequests,
		rejectJoinRequests,
	],
};
