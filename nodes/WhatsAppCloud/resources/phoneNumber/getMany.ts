import { listPhoneNumbers } from '../../../../cloud-api/accounts/phoneNumbers';
import { account } from '../../fields/account';
import { paging, wantedItems } from '../../fields/paging';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers',
	description:
		'Get the phone numbers of a WhatsApp Business Account with their quality rating, limits, and health',
	fields: [account, ...paging, simplify],
	async run({ graph, param }) {
		const numbers = await listPhoneNumbers(graph, param.account(), { limit: wantedItems(param) });
		return numbers.map((number) => simplified(param, number));
	},
};
