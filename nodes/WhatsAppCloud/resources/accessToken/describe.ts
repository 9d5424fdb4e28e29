import type { IDataObject } from 'n8n-workflow';
import { NEEDED_SCOPES, type TokenFacts } from '../../../../cloud-api/accounts/tokens';

/** Returns the facts about a token as output fields. The token is not included. */
export function describe(facts: TokenFacts, appId: string, now: number): IDataObject {
	const { valid, type, expiresAt, scopes, businessAccountIds, rejection } = facts;
	const left = expiresAt === 0 ? undefined : Math.floor((expiresAt - now) / 86_400);
	return {
		valid,
		type,
		appId: facts.appId,
		appName: facts.appName,
		belongsToApp: appId === '' ? undefined : facts.appId === appId,
		expires: expiresAt !== 0,
		expiresAt: expiresAt === 0 ? null : new Date(expiresAt * 1000).toISOString(),
		daysLeft: left ?? null,
		dataAccessExpiresAt: facts.dataAccessExpiresAt
			? new Date(facts.dataAccessExpiresAt * 1000).toISOString()
			: null,
		scopes,
		missingScopes: NEEDED_SCOPES.filter((scope) => !scopes.includes(scope)),
		businessAccountIds,
		reachesAllAccounts: businessAccountIds.length === 0,
		...(rejection && {
			reason: rejection.message,
			code: rejection.code,
			subcode: rejection.subcode,
		}),
	};
}
