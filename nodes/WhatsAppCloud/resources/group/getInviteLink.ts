import { getInviteLink as linkOf } from '../../../../cloud-api/groups/inviteLink';
import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';

export const getInviteLink: Operation = {
	name: 'Get Invite Link',
	value: 'getInviteLink',
	action: 'Get the invite link of a group',
	description: 'Get the link with which people join a group. Send it with any message.',
	fields: [groupId],
	async run({ graph, param }) {
		const id = param.text('groupId');
		return { groupId: id, inviteLink: await linkOf(graph, id) };
	},
};
