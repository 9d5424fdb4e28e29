import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { flowPage } from '../../../cloud-api/flows/manage';
import { connected } from '../../shared/lists/connect';

/** Statuses in which a flow can be sent; a draft in the mode Draft. */
const USABLE = ['PUBLISHED', 'DRAFT', 'THROTTLED'];

/** Lists the flows of the account by name, with their status; those that cannot be sent are last. */
export async function searchFlows(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await connected(this, async ({ graph, account }) => {
		const { items, after } = await flowPage(graph, account(), paginationToken);
		const wanted = filter?.trim().toLowerCase() ?? '';
		return {
			results: items
				.filter(
					({ name, flowId }) => flowId !== '' && `${name} ${flowId}`.toLowerCase().includes(wanted),
				)
				.sort(
					(one, other) =>
						rank(one.status) - rank(other.status) || one.name.localeCompare(other.name),
				)
				.map(({ flowId, name, status }) => ({
					name: status === 'PUBLISHED' ? name : `${name} – ${status.toLowerCase()}`,
					value: flowId,
				})),
			paginationToken: after,
		};
	});
}

function rank(status: string): number {
	const found = USABLE.indexOf(status);
	return found === -1 ? USABLE.length : found;
}
