import { getGroup } from '../../../../cloud-api/groups/groups';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { groupId } from './fields';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a group',
	description: 'Get the subject, description, settings, and participants of a group',
	fields: [groupId, simplify],
	async run({ graph, param }) {
		return simplified(param, await getGroup(graph, param.text('groupId')));
	},
};
