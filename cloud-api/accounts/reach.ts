import { textOf, texts } from '../answers';
import { GraphError } from '../errors/cloudApiError';
import { rethrow } from '../errors/rethrow';
import type { GraphApi } from '../graph';
import { graphId } from '../graphId';
import { ofPortfolio } from './reachableAccounts';
import { inspectToken } from './tokens';

/** The WhatsApp Business Accounts and phone numbers that a token can access. */
export interface Reach {
	/** Account IDs that the token is limited to; empty where Meta does not say. */
	accounts: string[];
	numbers: ReachableNumber[];
}

export interface ReachableNumber {
	phoneNumberId: string;
	/** As Meta displays it, e.g. `+1 555-010-0100`; empty where Meta did not return it. */
	phoneNumber: string;
	/** The verified name; empty where Meta did not return it. */
	name: string;
	businessAccountId: string;
}

/**
 * What a token can access, as it says of itself (Meta: `granular_scopes` of `debug_token`). A token that is
 * limited to no account can access those of its portfolios (Meta: `me/businesses`).
 *
 * @param businessAccountId looks only at this account; empty for all that the token is limited to
 * @throws what the Graph API throws
 */
export async function readReach(
	graph: GraphApi,
	accessToken: string,
	businessAccountId: string,
): Promise<Reach> {
	const accounts =
		businessAccountId !== '' ? [businessAccountId] : await accountsOf(graph, accessToken);
	const numbers = await Promise.all(accounts.map(async (one) => await numbersOf(graph, one)));
	return { accounts, numbers: numbers.flat() };
}

async function accountsOf(graph: GraphApi, accessToken: string): Promise<string[]> {
	const { businessAccountIds } = await inspectToken(graph, accessToken, false);
	if (businessAccountIds.length > 0) return businessAccountIds.map(String);
	try {
		const portfolios = await graph.list('me/businesses', { fields: 'id' });
		const accounts = await Promise.all(
			texts(portfolios.map(({ id }) => id)).map(async (id) => await ofPortfolio(graph, id)),
		);
		return [...new Set(accounts.flat().map((one) => one.businessAccountId))];
	} catch (error) {
		// Not every token may list its portfolios; what it can access is then unknown.
		if (error instanceof GraphError) return [];
		return rethrow(error);
	}
}

async function numbersOf(graph: GraphApi, businessAccountId: string): Promise<ReachableNumber[]> {
	const account = graphId(businessAccountId, 'account', 'The WhatsApp Business Account ID');
	const listed = await graph.list(`${account}/phone_numbers`, {
		fields: 'id,display_phone_number,verified_name',
	});
	return listed.flatMap((number) => {
		const phoneNumberId = textOf(number.id);
		if (phoneNumberId === undefined) return [];
		const phoneNumber = textOf(number.display_phone_number) ?? '';
		const name = textOf(number.verified_name) ?? '';
		return [{ phoneNumberId, phoneNumber, name, businessAccountId }];
	});
}
