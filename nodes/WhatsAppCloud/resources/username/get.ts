import { getUsername } from '../../../../cloud-api/usernames/usernames';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get the username of a phone number',
	description: 'Get the username of a phone number and its status',
	fields: [number, simplify],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		return { phoneNumberId, ...simplified(param, await getUsername(graph, phoneNumberId)) };
	},
};
