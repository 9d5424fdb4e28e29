import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { graphId } from '../../../cloud-api/graphId';
import { connected, fits } from './connect';

interface Sender {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
}

/** The phone numbers of the account with their verified names. */
export async function searchSenders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await connected(this, async ({ graph, account }) => {
		const path = graphId(account(), 'account', 'The WhatsApp Business Account ID');
		const { items, after } = await graph.page<Sender>(`${path}/phone_numbers`, {
			fields: 'id,display_phone_number,verified_name',
			limit: 100,
			after: paginationToken,
		});
		return {
			results: items
				.filter((item) => fits(filter, item.display_phone_number, item.verified_name, item.id))
				.map(({ id, display_phone_number: number, verified_name: name }) => ({
					name: [number ?? id, name && `(${name})`].filter(Boolean).join(' '),
					value: id,
				})),
			paginationToken: after,
		};
	});
}
