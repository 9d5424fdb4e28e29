import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import { listReachableAccounts } from '../../../cloud-api/accounts/reachableAccounts';
import {
	listNumberCallbacks,
	readAccountSubscription,
} from '../../../cloud-api/accounts/subscriptions';
import { isSameTrigger } from '../../shared/callbackUrl';
import type { Plan } from './plan';

/**
 * Whether it is proven that no callback of a phone number or account depends on the app's list of
 * fields. That takes a token that reaches all accounts of the portfolio, and a look at each of them;
 * whatever cannot be read may hold a callback.
 */
export async function isListUnused(plan: Plan): Promise<boolean> {
	const { graph, appId, credential } = plan;
	try {
		const { accounts, isComplete } = await listReachableAccounts(graph, {
			accessToken: credential.accessToken,
			asApp: true,
			businessAccountId: credential.businessAccountId,
		});
		if (!isComplete) return false;
		for (const { businessAccountId } of accounts) {
			const account = await readAccountSubscription(graph, businessAccountId, appId);
			const numbers = await listNumberCallbacks(graph, businessAccountId);
			const callbacks = [account.overrideUrl, ...numbers.map(({ phoneNumber }) => phoneNumber)];
			if (callbacks.some((url) => url !== undefined && !isSameTrigger(url, plan.url))) return false;
		}
		return true;
	} catch (error) {
		if (error instanceof CloudApiError) return false;
		rethrow(error);
	}
}
