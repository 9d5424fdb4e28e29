import { deleteUsername } from '../../../../cloud-api/usernames/usernames';
import { number } from '../../fields/number';
import type { Operation } from '../../runtime/operation';

export const deleteOne: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete the username of a phone number',
	description: 'Delete the username of a phone number. Others can then request it.',
	fields: [number],
	async run({ graph, param }) {
		await deleteUsername(graph, param.sender());
		return { deleted: true };
	},
};
