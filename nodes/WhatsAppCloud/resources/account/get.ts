import { getBusinessAccount } from '../../../../cloud-api/accounts/businessAccount';
import { account } from '../../fields/account';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a WhatsApp Business Account',
	description:
		'Get the name, currency, time zone, review and verification status, and health of an account',
	fields: [account, simplify],
	async run({ graph, param }) {
		return simplified(param, await getBusinessAccount(graph, param.account()));
	},
};
