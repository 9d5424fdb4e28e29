import type { GraphApi } from '../graph';
import type { LevelName } from './callbackLevels';
import type { ReachableAccount } from './reachableAccounts';
import { listNumberCallbacks, readAccountSubscription, readAppSubscription } from './subscriptions';

/** One place at which a Meta app may have a callback, and the callback there. */
export interface CallbackPlace {
	level: LevelName;
	/** ID of the app, account, or phone number. */
	id: string;
	/** Name of the account, or the phone number in display format; empty if Meta returns none. */
	name: string;
	/** The account that a phone number belongs to. */
	businessAccountId?: string;
	/** Empty where no callback is registered. */
	url: string;
	/** Webhook fields that the app is subscribed to; only on the app. */
	fields?: string[];
	/** Whether the app is subscribed to the account; only on accounts. */
	isSubscribed?: boolean;
	/** Whether the number is registered with the Cloud API; only on phone numbers. */
	isRegistered?: boolean;
}

/**
 * Lists every place at which an app may have a callback: the app itself, the given accounts, and all
 * their phone numbers, in this order. Reading the app needs app ID and app secret.
 */
export async function listCallbackPlaces(
	graph: GraphApi,
	appId: string,
	accounts: readonly ReachableAccount[],
): Promise<CallbackPlace[]> {
	const app = await readAppSubscription(graph, appId);
	const places: CallbackPlace[] = [
		{ level: 'app', id: appId, name: '', url: app?.callbackUrl ?? '', fields: app?.fields ?? [] },
	];
	for (const { businessAccountId, name } of accounts) {
		const account = await readAccountSubscription(graph, businessAccountId, appId);
		places.push({
			level: 'businessAccount',
			id: businessAccountId,
			name,
			url: account.overrideUrl ?? '',
			isSubscribed: account.isSubscribed,
		});
		for (const number of await listNumberCallbacks(graph, businessAccountId)) {
			places.push({
				level: 'phoneNumber',
				id: number.phoneNumberId,
				name: number.displayPhoneNumber ?? '',
				businessAccountId,
				url: number.phoneNumber ?? '',
				isRegistered: number.isRegistered,
			});
		}
	}
	return places;
}
