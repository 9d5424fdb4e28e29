import {
	readAccountSubscription,
	readAppSubscription,
	readNumberCallbacks,
	setNumberCallback,
	subscribeApp,
	subscribeToAccount,
	unsubscribeApp,
	type Callback,
} from '../../../cloud-api/accounts/subscriptions';
import type { GraphApi } from '../../../cloud-api/graph';

/** What is registered at a level. */
export interface Standing {
	url: string;
	/** Subscribed fields; only the app's own level has a list. */
	fields?: string[];
}

/** One of the three places where Meta keeps a callback, all handled alike. */
export interface Level {
	/** For messages, e.g. "the phone number 106540352242922". */
	title: string;
	read(): Promise<Standing | undefined>;
	/** Replaces what stands there. Meta verifies the callback before it answers. */
	write(callback: Callback, fields: readonly string[]): Promise<void>;
	clear(): Promise<void>;
}

export function numberLevel(graph: GraphApi, phoneNumberId: string): Level {
	return {
		title: `the phone number ${phoneNumberId}`,
		async read() {
			const { phoneNumber } = await readNumberCallbacks(graph, phoneNumberId);
			return phoneNumber === undefined ? undefined : { url: phoneNumber };
		},
		async write(callback) {
			await setNumberCallback(graph, phoneNumberId, callback);
		},
		async clear() {
			await setNumberCallback(graph, phoneNumberId);
		},
	};
}

export function accountLevel(graph: GraphApi, businessAccountId: string, appId: string): Level {
	return {
		title: `the WhatsApp Business Account ${businessAccountId}`,
		async read() {
			const { overrideUrl } = await readAccountSubscription(graph, businessAccountId, appId);
			return overrideUrl === undefined ? undefined : { url: overrideUrl };
		},
		async write(callback) {
			await subscribeToAccount(graph, businessAccountId, callback);
		},
		/** The account stays subscribed: its events fall back to the app's own callback. */
		async clear() {
			await subscribeToAccount(graph, businessAccountId);
		},
	};
}

export function appLevel(graph: GraphApi, appId: string): Level {
	return {
		title: `the Meta app ${appId}`,
		async read() {
			const subscription = await readAppSubscription(graph, appId);
			return subscription && { url: subscription.callbackUrl, fields: subscription.fields };
		},
		async write(callback, fields) {
			await subscribeApp(graph, appId, callback, fields);
		},
		async clear() {
			await unsubscribeApp(graph, appId);
		},
	};
}
