import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { RegisteredCallback } from '../../cloud-api/accounts/callbackLevels';

/** A callback that this trigger has registered, as it remembers it in its static data. */
export interface RememberedCallback {
	level: 'phoneNumber' | 'businessAccount' | 'app';
	/** ID of the phone number, account, or app. */
	id: string;
	/** The Meta app whose callback it is: each app has callbacks of its own. */
	appId: string;
	url: string;
}

/** What a test run found and replaced, kept in the test's own static data until it ends. */
export interface BeforeTest {
	/** The callback at the level of the test. */
	callback?: RegisteredCallback;
	/** The callback of the app, where the test had to change it. */
	appCallback?: RegisteredCallback;
	/** The app's callback as the test left it; absent where the test did not change it. */
	appAfter?: RegisteredCallback;
	/** The app's callback as a test for the whole app has set it. */
	ownAfter?: RegisteredCallback;
	/** The callback URL that received the events before, to which test events are forwarded. */
	forwardTo?: string;
}

/** The account and phone number that were found from a token, because the credential names none. */
export interface FoundDefaults {
	/** Fingerprint of the token. */
	token: string;
	/** The phone number that was chosen in the node; empty for none. */
	chosenNumber: string;
	phoneNumberId: string;
	businessAccountId: string;
}

type Context = Pick<IHookFunctions | IWebhookFunctions, 'getWorkflowStaticData'>;

const BEFORE_TEST = 'beforeTest';
const CALLBACKS = 'registeredCallbacks';
const DEFAULTS = 'foundDefaults';

/** The callbacks that this trigger has registered and not removed yet, oldest first. */
export function rememberedCallbacks(context: Context): RememberedCallback[] {
	const saved = context.getWorkflowStaticData('node')[CALLBACKS];
	return Array.isArray(saved) ? (saved as unknown as RememberedCallback[]) : [];
}

/** Replaces what is remembered; an empty list leaves nothing in the static data. */
export function rememberCallbacks(
	context: Context,
	callbacks: readonly RememberedCallback[],
): void {
	const data = context.getWorkflowStaticData('node');
	if (callbacks.length === 0) delete data[CALLBACKS];
	else data[CALLBACKS] = plain(callbacks);
}

export function saveBeforeTest(context: Context, before: BeforeTest): void {
	context.getWorkflowStaticData('node')[BEFORE_TEST] = plain(before);
}

export function readBeforeTest(context: Context): BeforeTest | undefined {
	const saved = context.getWorkflowStaticData('node')[BEFORE_TEST];
	return saved === undefined ? undefined : (saved as unknown as BeforeTest);
}

export function forgetBeforeTest(context: Context): void {
	delete context.getWorkflowStaticData('node')[BEFORE_TEST];
}

export function saveFoundDefaults(context: Context, found: FoundDefaults): void {
	context.getWorkflowStaticData('node')[DEFAULTS] = plain(found);
}

export function readFoundDefaults(context: Context): FoundDefaults | undefined {
	const saved = context.getWorkflowStaticData('node')[DEFAULTS];
	return saved === undefined ? undefined : (saved as unknown as FoundDefaults);
}

/** A copy that n8n can store, without what is undefined. */
function plain(value: unknown): IDataObject {
	return JSON.parse(JSON.stringify(value)) as IDataObject;
}
