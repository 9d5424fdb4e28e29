import { getOfficialAccountStatus as statusOf } from '../../../../cloud-api/accounts/officialAccount';
import { number } from '../../fields/number';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const getOfficialAccountStatus: Operation = {
	name: 'Get Official Account Status',
	value: 'getOfficialAccountStatus',
	action: 'Get the official business account status of a phone number',
	description:
		'Get whether a phone number is an Official Business Account, which groups require, and the state of the application',
	fields: [number, simplify],
	async run({ graph, param }) {
		const phoneNumberId = param.sender();
		return { phoneNumberId, ...simplified(param, await statusOf(graph, phoneNumberId)) };
	},
};
