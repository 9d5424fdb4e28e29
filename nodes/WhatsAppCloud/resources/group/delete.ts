import { deleteGroup } from '../../../../cloud-api/groups/groups';
import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';

export const deleteOne: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a group',
	description: 'Delete a group and remove everyone from it',
	fields: [groupId],
	async run({ graph, param }) {
		await deleteGroup(graph, param.text('groupId'));
		return { deleted: true };
	},
};
