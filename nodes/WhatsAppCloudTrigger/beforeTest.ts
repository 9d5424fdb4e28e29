import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** A callback as Meta stores it. */
export interface CallbackBefore {
	url: string;
	/** Subscribed fields; only the app's own level has a list. */
	fields?: string[];
}

/** What a test run found at Meta, stored in the static data of the test until it ends. */
export interface BeforeTest {
	/** The callback that was registered at the trigger's level. */
	standing?: CallbackBefore;
	/** The callback of the app, where the test run had to change it. */
	appStanding?: CallbackBefore;
	appChanged: boolean;
	/** Who received the events before the test, and still must. */
	forwardTo?: string;
}

const KEY = 'beforeTest';

export function saveBeforeTest(context: IHookFunctions, before: BeforeTest): void {
	context.getWorkflowStaticData('node')[KEY] = JSON.parse(JSON.stringify(before)) as IDataObject;
}

export function readBeforeTest(
	context: IHookFunctions | IWebhookFunctions,
): BeforeTest | undefined {
	const saved = context.getWorkflowStaticData('node')[KEY];
	return saved === undefined ? undefined : (saved as unknown as BeforeTest);
}

export function forgetBeforeTest(context: IHookFunctions): void {
	delete context.getWorkflowStaticData('node')[KEY];
}
