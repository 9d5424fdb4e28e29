import { record, records, textOf, texts } from '../answers';
import type { GraphApi, Json } from '../graph';
import { graphId } from '../graphId';

/**
 * Where Meta delivers an app's events. Three levels hold a callback each; for the fields that may be
 * overridden the most specific one wins: phone number, then WhatsApp Business Account, then app.
 * All other fields always go to the app's own callback.
 */

const OBJECT = 'whatsapp_business_account';

/** A callback to register. Meta verifies it while the call lasts, so it must already answer. */
export interface Callback {
	/** At most 200 characters; https and reachable from outside. */
	url: string;
	verifyToken: string;
}

/** What the app itself is subscribed to. */
export interface AppSubscription {
	callbackUrl: string;
	fields: string[];
	active: boolean;
}

/** The app's subscription to WhatsApp, or nothing. Needs the app's own token. */
export async function readAppSubscription(
	graph: GraphApi,
	appId: string,
): Promise<AppSubscription | undefined> {
	const { items } = await graph.page(`${appId}/subscriptions`, {}, { authentication: 'app' });
	const found = items.find(({ object }) => object === OBJECT);
	const callbackUrl = textOf(found?.callback_url);
	if (found === undefined || callbackUrl === undefined) return undefined;
	const fields = [...texts(found.fields), ...texts(records(found.fields).map(({ name }) => name))];
	return { callbackUrl, fields, active: found.active !== false };
}

/** Subscribes the app. Replaces its callback and the whole list of fields. */
export async function subscribeApp(
	graph: GraphApi,
	appId: string,
	{ url, verifyToken }: Callback,
	fields: readonly string[],
): Promise<void> {
	await graph.post(
		`${appId}/subscriptions`,
		{ object: OBJECT, callback_url: url, verify_token: verifyToken, fields: fields.join(',') },
		{ authentication: 'app' },
	);
}

/** Ends the app's subscription to WhatsApp, for all accounts and numbers. */
export async function unsubscribeApp(graph: GraphApi, appId: string): Promise<void> {
	await graph.delete(`${appId}/subscriptions`, {
		query: { object: OBJECT },
		authentication: 'app',
	});
}

/** Unsubscribes the token's app from the account, which then delivers nothing to it. */
export async function unsubscribeFromAccount(
	graph: GraphApi,
	businessAccountId: string,
): Promise<void> {
	await graph.delete(`${account(businessAccountId)}/subscribed_apps`);
}

/** How an account is connected with an app: without it, the account delivers nothing to the app. */
export interface AccountSubscription {
	isSubscribed: boolean;
	overrideUrl?: string;
}

/** Whether this very app is subscribed to the account; other apps in the list do not count. */
export async function readAccountSubscription(
	graph: GraphApi,
	businessAccountId: string,
	appId: string,
): Promise<AccountSubscription> {
	const apps = await graph.list(`${account(businessAccountId)}/subscribed_apps`);
	const own = apps.find((app) => textOf(record(app.whatsapp_business_api_data).id) === appId);
	return { isSubscribed: own !== undefined, overrideUrl: textOf(own?.override_callback_uri) };
}

/** Subscribes the token's app to the account. Without a callback this also removes an override. */
export async function subscribeToAccount(
	graph: GraphApi,
	businessAccountId: string,
	override?: Callback,
): Promise<void> {
	await graph.post(
		`${account(businessAccountId)}/subscribed_apps`,
		override ? overrideBody(override) : {},
	);
}

/** The callbacks of all three levels, as the phone number sees them. */
export interface NumberCallbacks {
	phoneNumber?: string;
	businessAccount?: string;
	application?: string;
	/** In display format, e.g. `+1 631-555-1111`; absent where Meta does not return it. */
	displayPhoneNumber?: string;
	/** `false` only where Meta says that the number is not registered with the Cloud API. */
	isRegistered: boolean;
}

/** Reads a phone number's callbacks of the token's app, and whether messages can arrive there. */
export async function readNumberCallbacks(
	graph: GraphApi,
	phoneNumberId: string,
): Promise<NumberCallbacks> {
	return numberCallbacks(await graph.get(number(phoneNumberId), { fields: FIELDS }));
}

/** All phone numbers of an account with their callbacks. */
export async function listNumberCallbacks(
	graph: GraphApi,
	businessAccountId: string,
): Promise<Array<NumberCallbacks & { phoneNumberId: string }>> {
	const numbers = await graph.list(`${account(businessAccountId)}/phone_numbers`, {
		fields: FIELDS,
	});
	return numbers.map((one) => ({ phoneNumberId: textOf(one.id) ?? '', ...numberCallbacks(one) }));
}

const FIELDS = 'id,display_phone_number,platform_type,webhook_configuration';

function numberCallbacks(number: Json): NumberCallbacks {
	const callbacks = record(number.webhook_configuration);
	return {
		phoneNumber: textOf(callbacks.phone_number),
		businessAccount: textOf(callbacks.whatsapp_business_account),
		application: textOf(callbacks.application),
		displayPhoneNumber: textOf(number.display_phone_number),
		isRegistered: number.platform_type !== 'NOT_APPLICABLE',
	};
}

/** Sets the phone number's own callback; without one it is removed. */
export async function setNumberCallback(
	graph: GraphApi,
	phoneNumberId: string,
	override?: Callback,
): Promise<void> {
	await graph.post(number(phoneNumberId), {
		webhook_configuration: override ? overrideBody(override) : { override_callback_uri: '' },
	});
}

function overrideBody({ url, verifyToken }: Callback): Record<string, string> {
	return { override_callback_uri: url, verify_token: verifyToken };
}

function account(businessAccountId: string): string {
	return graphId(businessAccountId, 'account', 'The WhatsApp Business Account ID');
}

function number(phoneNumberId: string): string {
	return graphId(phoneNumberId, 'phoneNumber', 'The phone number ID');
}
