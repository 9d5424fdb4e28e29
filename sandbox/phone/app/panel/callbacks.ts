import type { PhoneNumberView, StateView } from '../../../control/types';

export type CallbackLevel = 'number' | 'account' | 'app';

/** Where the webhooks of a phone number go, and who set it. */
export interface CallbackInUse {
	url: string;
	level: CallbackLevel;
	/** Fields of the app's subscription; without one, all fields that follow overrides. */
	fields?: string[];
}

/** The callback in use of a phone number, for each app subscribed to its account: number, account, app. */
export function callbacksOf(
	{ apps, businessAccounts }: Pick<StateView, 'apps' | 'businessAccounts'>,
	{ businessAccountId, webhookOverride }: PhoneNumberView,
): CallbackInUse[] {
	const account = businessAccounts.find(({ id }) => id === businessAccountId);
	return (account?.subscribedApps ?? []).flatMap(({ appId, overrideUrl }): CallbackInUse[] => {
		const subscription = apps.find(({ id }) => id === appId)?.subscription;
		const fields = subscription?.fields;
		if (webhookOverride?.appId === appId) {
			return [{ url: webhookOverride.url, level: 'number', fields }];
		}
		if (overrideUrl) return [{ url: overrideUrl, level: 'account', fields }];
		return subscription ? [{ url: subscription.callbackUrl, level: 'app', fields }] : [];
	});
}
