import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Reach } from '../../../cloud-api/accounts/reach';
import { textOf } from '../../../cloud-api/answers';
import { graphId } from '../../../cloud-api/graphId';
import { connected, fits } from './connect';

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
		const { items, after } = await graph.page(`${path}/phone_numbers`, {
			fields: 'id,display_phone_number,verified_name',
			limit: 100,
			after: paginationToken,
		});
		return {
			results: items
				.map((item) => ({
					id: textOf(item.id) ?? '',
					number: textOf(item.display_phone_number),
					name: textOf(item.verified_name),
				}))
				.filter(({ id, number, name }) => id !== '' && fits(filter, number, name, id))
				.map(({ id, number, name }) => ({ name: labelOf(id, number, name), value: id })),
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
