import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Reach } from '../../../cloud-api/accounts/reach';
import { graphId } from '../../../cloud-api/graphId';
import { connected, fits } from './connect';

interface Sender {
	id: string;
	display_phone_number?: string;
	verified_name?: string;
}

/**
 * The phone numbers of the account with their verified names; those of all accounts of the token where
 * none is chosen.
 */
export async function searchSenders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await connected(this, async ({ graph, account, credential, current }) => {
		const { reach, businessAccountId } = credential;
		if (current('account') === '' && businessAccountId === '' && reach && reach.numbers.length > 0)
			return { results: ofAllAccounts(reach, filter) };
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
					name: labelOf(id, number, name),
					value: id,
				})),
			paginationToken: after,
		};
	});
}

function ofAllAccounts(
	{ numbers }: Reach,
	filter: string | undefined,
): INodeListSearchResult['results'] {
	return numbers
		.filter((one) => fits(filter, one.phoneNumber, one.name, one.phoneNumberId))
		.map((one) => ({
			name: labelOf(one.phoneNumberId, one.phoneNumber, one.name),
			value: one.phoneNumberId,
		}));
}

function labelOf(id: string, phoneNumber: string | undefined, name: string | undefined): string {
	return [phoneNumber || id, name && `(${name})`].filter(Boolean).join(' ');
}
