import { textOf } from '../answers';
import { CloudApiError } from '../errors/cloudApiError';
import { rethrow } from '../errors/rethrow';
import type { GraphApi } from '../graph';
import { getBusinessAccount } from './businessAccount';
import { inspectToken } from './tokens';

export interface ReachableAccount {
	businessAccountId: string;
	/** Empty where Meta did not return it. */
	name: string;
}

export interface ReachableAccounts {
	accounts: ReachableAccount[];
	/** Whether these are all accounts of the portfolio; `false` also when that is unknown. */
	isComplete: boolean;
	/** Why there may be more, in words. */
	reason?: string;
}

export interface ReachQuestion {
	accessToken: string;
	/** Whether to inspect the token as the app, which needs app ID and app secret. */
	asApp: boolean;
	/** The credential's account; its portfolio is searched for others. Empty where it has none. */
	businessAccountId: string;
}

/**
 * The WhatsApp Business Accounts that a token can access: those it is limited to, or all of the portfolio
 * that owns the credential's account (Meta: `granular_scopes` of `debug_token`,
 * `owned_whatsapp_business_accounts`, `client_whatsapp_business_accounts`).
 *
 * @throws what the Graph API throws when the token itself cannot be inspected
 */
export async function listReachableAccounts(
	graph: GraphApi,
	{ accessToken, asApp, businessAccountId }: ReachQuestion,
): Promise<ReachableAccounts> {
	const own = businessAccountId === '' ? [] : [{ businessAccountId, name: '' }];
	const { businessAccountIds } = await inspectToken(graph, accessToken, asApp);
	if (businessAccountIds.length > 0) {
		const limited = businessAccountIds.map((id) => ({ businessAccountId: String(id), name: '' }));
		return {
			accounts: unique([...own, ...limited]),
			isComplete: false,
			reason: 'The token is limited to these accounts',
		};
	}
	if (businessAccountId === '') {
		return {
			accounts: [],
			isComplete: false,
			reason: 'The credential has no WhatsApp Business Account ID to start from',
		};
	}
	try {
		const { ownerBusinessId } = await getBusinessAccount(graph, businessAccountId);
		if (ownerBusinessId === undefined) {
			return { accounts: own, isComplete: false, reason: 'Meta does not name the portfolio' };
		}
		return {
			accounts: unique([...(await ofPortfolio(graph, ownerBusinessId)), ...own]),
			isComplete: true,
		};
	} catch (error) {
		if (!(error instanceof CloudApiError)) rethrow(error);
		return {
			accounts: own,
			isComplete: false,
			reason: `The accounts of the portfolio cannot be listed: ${error.message}`,
		};
	}
}

/**
 * The WhatsApp Business Accounts that a business portfolio owns or manages for its clients.
 *
 * @throws what the Graph API throws
 */
export async function ofPortfolio(
	graph: GraphApi,
	businessId: string,
): Promise<ReachableAccount[]> {
	const accounts: ReachableAccount[] = [];
	for (const edge of ['owned_whatsapp_business_accounts', 'client_whatsapp_business_accounts']) {
		const found = await graph.list(`${businessId}/${edge}`, {
			fields: 'id,name',
		});
		accounts.push(
			...found.flatMap(({ id, name }) => {
				const businessAccountId = textOf(id);
				return businessAccountId ? [{ businessAccountId, name: textOf(name) ?? '' }] : [];
			}),
		);
	}
	return accounts;
}

/** Each account once; the first entry, which has a name where one is known, wins. */
function unique(accounts: readonly ReachableAccount[]): ReachableAccount[] {
	const byId = new Map<string, ReachableAccount>();
	for (const account of accounts) {
		const known = byId.get(account.businessAccountId);
		if (!known || known.name === '') byId.set(account.businessAccountId, account);
	}
	return [...byId.values()];
}
