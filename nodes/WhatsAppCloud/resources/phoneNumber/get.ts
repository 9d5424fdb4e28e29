import { getPhoneNumber } from '../../../../cloud-api/accounts/phoneNumbers';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone number',
	description:
		'Get a phone number with its quality rating, limits, and display name status, and whether it can send messages',
	fields: [number, simplify],
	async run({ graph, param }) {
		return simplified(param, await getPhoneNumber(graph, param.sender()));
	},
};
