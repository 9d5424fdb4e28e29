import { listSignups } from '../../../../cloud-api/signups/signups';
import { account } from '../../fields/account';
import { paging, wantedItems } from '../../fields/paging';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many signups',
	description: 'Get the signups of a WhatsApp Business Account',
	fields: [account, ...paging, simplify],
	async run({ graph, param }) {
		const signups = await listSignups(graph, param.account(), { limit: wantedItems(param) });
		return signups.map((signup) => simplified(param, signup));
	},
};
