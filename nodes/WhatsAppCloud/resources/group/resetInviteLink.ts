import { resetInviteLink as linkOf } from '../../../../cloud-api/groups/inviteLink';
import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';

export const resetInviteLink: Operation = {
	name: 'Reset Invite Link',
	value: 'resetInviteLink',
	action: 'Reset the invite link of a group',
	description: 'Replace the invite link of a group. The former link stops working.',
	fields: [groupId],
	async run({ graph, param }) {
		const id = param.text('groupId');
		return { groupId: id, inviteLink: await linkOf(graph, id) };
	},
};
