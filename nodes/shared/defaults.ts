import { readReach, type Reach } from '../../cloud-api/accounts/reach';
import { CloudApiError } from '../../cloud-api/errors/cloudApiError';
import { rethrow } from '../../cloud-api/errors/rethrow';
import type { GraphApi } from '../../cloud-api/graph';
import type { Credential } from './credential';
import { fingerprint } from './tokenRenewal';

/** How long this process remembers what a token can access; a new phone number is found after that. */
const REMEMBER_MS = 600_000;
/** Tokens remembered at most; a process serves few credentials. */
const MAX_TOKENS = 500;

const known = new Map<string, { until: number; reach: Promise<Reach> }>();

/** Which defaults a call needs, because nothing else is chosen. */
export interface Needs {
	phoneNumber: boolean;
	account: boolean;
	/** A chosen phone number, whose account is then the default. */
	chosenNumber?: string;
}

/**
 * Fills in the account and the phone number that the credential leaves empty, where the token can access
 * only one (Meta: `granular_scopes` of `debug_token`). With several, `reach` lists them; where the look-up
 * fails, `reachError` says why, for whoever requires a default.
 */
export async function withDefaults(
	graph: GraphApi,
	credential: Credential,
	{ phoneNumber, account, chosenNumber = '' }: Needs,
): Promise<Credential> {
	const lacks =
		(phoneNumber && credential.phoneNumberId === '') ||
		(account && credential.businessAccountId === '');
	if (!lacks || credential.accessToken === '') return credential;
	try {
		return decide(credential, await reachOf(graph, credential), chosenNumber);
	} catch (error) {
		if (error instanceof CloudApiError) return { ...credential, reachError: error };
		return rethrow(error);
	}
}

function decide(credential: Credential, reach: Reach, chosenNumber: string): Credential {
	const own = credential.businessAccountId;
	const numbers = reach.numbers.filter((one) => own === '' || one.businessAccountId === own);
	const phoneNumberId = credential.phoneNumberId || only(numbers)?.phoneNumberId || '';
	const sender = chosenNumber || phoneNumberId;
	const businessAccountId =
		own ||
		only(reach.accounts) ||
		reach.numbers.find((one) => one.phoneNumberId === sender)?.businessAccountId ||
		'';
	return { ...credential, phoneNumberId, businessAccountId, reach: { ...reach, numbers } };
}

function only<T>(list: readonly T[]): T | undefined {
	return list.length === 1 ? list[0] : undefined;
}

/**
 * The accounts and phone numbers that the token of a credential can access; asked once per token and ten
 * minutes.
 *
 * @throws what the Graph API throws
 */
export async function reachOf(graph: GraphApi, credential: Credential): Promise<Reach> {
	const { accessToken, businessAccountId } = credential;
	const key = [graph.baseUrl, fingerprint(accessToken), businessAccountId].join(' ');
	const former = known.get(key);
	if (former && Date.now() < former.until) return await former.reach;
	if (known.size >= MAX_TOKENS) known.clear();
	const reach = readReach(graph, accessToken, businessAccountId);
	known.set(key, { until: Date.now() + REMEMBER_MS, reach });
	reach.catch(() => known.delete(key));
	return await reach;
}
