import type { GraphApi } from '../graph';
import {
	readAccountSubscription,
	readAppSubscription,
	readNumberCallbacks,
	setNumberCallback,
	subscribeApp,
	subscribeToAccount,
	unsubscribeApp,
	type Callback,
} from './subscriptions';

/** A callback that is registered at Meta. */
export interface RegisteredCallback {
	url: string;
	/** Subscribed webhook fields; only the app has a list. */
	fields?: string[];
}

export type LevelName = 'phoneNumber' | 'businessAccount' | 'app';

/** One of the three places where Meta keeps a callback of an app, all handled alike. */
export interface Level {
	name: LevelName;
	/** ID of the phone number, account, or app. */
	id: string;
	/** For errors: the phone number in display format once it was read, otherwise e.g. `the Meta app 1234`. */
	title: string;
	/** @returns nothing when no callback is registered here */
	read(): Promise<RegisteredCallback | undefined>;
	/** Replaces the registered callback. Meta verifies the new one before it answers. */
	write(callback: Callback, fields: readonly string[]): Promise<void>;
	/** Removes the registered callback. An account stays subscribed. */
	clear(): Promise<void>;
}

/** The level at which the callback of a phone number, an account, or the app itself is registered. */
export function callbackLevel(graph: GraphApi, name: LevelName, id: string, appId: string): Level {
	if (name === 'phoneNumber') return numberLevel(graph, id);
	return name === 'businessAccount' ? accountLevel(graph, id, appId) : appLevel(graph, id);
}

function numberLevel(graph: GraphApi, phoneNumberId: string): Level {
	const level: Level = {
		name: 'phoneNumber',
		id: phoneNumberId,
		title: `the phone number ${phoneNumberId}`,
		async read() {
			const { phoneNumber, displayPhoneNumber } = await readNumberCallbacks(graph, phoneNumberId);
			if (displayPhoneNumber) level.title = displayPhoneNumber;
			return phoneNumber === undefined ? undefined : { url: phoneNumber };
		},
		async write(callback) {
			await setNumberCallback(graph, phoneNumberId, callback);
		},
		async clear() {
			await setNumberCallback(graph, phoneNumberId);
		},
	};
	return level;
}

function accountLevel(graph: GraphApi, businessAccountId: string, appId: string): Level {
	return {
		name: 'businessAccount',
		id: businessAccountId,
		title: `the WhatsApp Business Account ${businessAccountId}`,
		async read() {
			const { overrideUrl } = await readAccountSubscription(graph, businessAccountId, appId);
			return overrideUrl === undefined ? undefined : { url: overrideUrl };
		},
		async write(callback) {
			await subscribeToAccount(graph, businessAccountId, callback);
		},
		async clear() {
			await subscribeToAccount(graph, businessAccountId);
		},
	};
}

function appLevel(graph: GraphApi, appId: string): Level {
	return {
		name: 'app',
		id: appId,
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
