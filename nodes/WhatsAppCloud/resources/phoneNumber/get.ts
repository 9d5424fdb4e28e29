import { getPhoneNumber } from '../../../../cloud-api/accounts/phoneNumbers';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a phone number',
	description:
		'Get a business number with its quality, messaging limit, throughput, display name status, and whether it can send now',
	fields: [number, simplify],
	async run({ graph, param }) {
		return simplified(param, await getPhoneNumber(graph, param.sender()));
	},
};
