import { listFlows } from '../../../../cloud-api/flows/manage';
import { account } from '../../fields/account';
import { paging, wantedItems } from '../../fields/paging';
import { simplified, simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many flows',
	description: 'Get the flows of an account with status, validation errors, and versions',
	fields: [account, ...paging, simplify],
	async run({ graph, param }) {
		const flows = await listFlows(graph, param.account(), wantedItems(param));
		return flows.map((flow) => simplified(param, flow));
	},
};
