import type { IHookFunctions } from 'n8n-workflow';
import {
	numbersWithCallback,
	readAccountSubscription,
	subscribeToAccount,
} from '../../../cloud-api/accounts/subscriptions';
import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import { requireFromCredential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import {
	isPlaceholder,
	isSameTrigger,
	isTriggerUrl,
	originOf,
	placeholderUrl,
	tokenOf,
	withoutQuery,
} from '../callbackUrl';
import { readFilters } from '../delivery/filters';
import { isAnswering } from './alive';
import { checkAppSecret } from './appSecret';
import type { Standing } from './levels';
import { planOf, wishOf, type Plan, type Wish } from './plan';
import { fieldsMissing, notVerified, occupied, refuseImpossible } from './refusals';
import {
	canPutBack,
	currentReceiver,
	forgetBeforeTest,
	putBack,
	readBeforeTest,
	saveBeforeTest,
	toPutBack,
	type BeforeTest,
} from './testRun';

/**
 * Whether everything stands as this trigger needs it: app subscribed to the account, our callback at
 * its level, the fields at the app, and an app secret that fits. n8n 1.x asks at every start, 2.40 and
 * later when the trigger changed.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const wish = await wishOf(context);
	refuseUnusable(context, wish);
	// A test run always registers anew, and by hand there is nothing to compare with.
	if (wish.registerFor === 'manual' || wish.isTest) return false;
	const plan = planOf(context, wish);
	const standing = await plan.level.read();
	if (standing?.url !== plan.url) return false;
	if (!(await isAccountSubscribed(plan))) return false;
	const fields = (await plan.appLevel.read())?.fields ?? [];
	if (!plan.fields.every((field) => fields.includes(field))) return false;
	await checkAppSecret(plan.graph, plan.credential);
	return true;
}

/**
 * Registers the callback. May be repeated; never replaces a callback that is not ours unless asked to.
 *
 * @throws InvalidInputError with the way out when it is refused, what the Graph API throws otherwise
 */
export async function register(context: IHookFunctions): Promise<void> {
	const wish = await wishOf(context);
	refuseUnusable(context, wish);
	await checkAppSecret(graphOf(context, wish.credential), wish.credential);
	if (wish.registerFor === 'manual') return;

	const plan = planOf(context, wish);
	const standing = await plan.level.read();
	if (standing && !(await mayReplace(context, plan, standing))) throw occupied(plan, standing.url);

	const before: BeforeTest = { standing: toPutBack(standing, plan.url), appChanged: false };
	if (plan.isTest) {
		before.passOnTo = await currentReceiver(plan);
		saveBeforeTest(context, before);
	}
	if (!(await isAccountSubscribed(plan))) {
		await subscribeToAccount(plan.graph, plan.businessAccountId);
	}
	if (plan.registerFor !== 'app') {
		const appStanding = await plan.appLevel.read();
		if (await subscribeFields(plan, appStanding)) {
			Object.assign(before, {
				appChanged: true,
				appStanding: toPutBack(appStanding, plan.url),
			});
			if (plan.isTest) saveBeforeTest(context, before);
		}
	}
	await writeOwn(plan, plan.level, plan.url, await fieldsToWrite(plan, standing));
}

/**
 * Takes away what is ours and nothing else. After a test run, puts back what stood before.
 *
 * @throws what the Graph API throws, unless it was a test run, which must always end
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const wish = await wishOf(context);
	if (wish.registerFor === 'manual') return;
	const plan = planOf(context, wish);
	const before = readBeforeTest(context);
	if (before) {
		await endTest(context, plan, before);
		return;
	}
	const standing = await plan.level.read();
	if (standing?.url !== plan.url) return;
	if (plan.registerFor === 'app' && (await othersDependOnApp(plan))) {
		await leavePlaceholder(context, plan, standing);
	} else {
		await plan.level.clear();
	}
}

/** Callbacks of numbers and accounts live on the app's list of fields, so the list stays, and only that. */
async function leavePlaceholder(
	context: IHookFunctions,
	plan: Plan,
	standing: Standing,
): Promise<void> {
	const { logger } = context;
	const because = 'because callbacks of numbers or accounts depend on it';
	try {
		await writeOwn(plan, plan.level, placeholderUrl(plan.url), standing.fields ?? plan.fields);
		logger.info(`WhatsApp Cloud Trigger: the field list of ${plan.level.title} stays, ${because}`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		logger.warn(
			`WhatsApp Cloud Trigger: the subscription of ${plan.level.title} stays as it is, ${because} (${reason})`,
		);
	}
}

async function endTest(context: IHookFunctions, plan: Plan, before: BeforeTest): Promise<void> {
	const { appSecret } = plan.credential;
	const notes = [
		await putBack(plan.level, before.standing, plan.url, appSecret, plan.fields),
		before.appChanged
			? await putBack(plan.appLevel, before.appStanding, plan.url, appSecret, plan.fields)
			: undefined,
	];
	for (const note of notes) if (note) context.logger.warn(`WhatsApp Cloud Trigger: ${note}`);
	forgetBeforeTest(context);
}

/** What would make every message be refused or lost is said at activation, not at the first message. */
function refuseUnusable(context: IHookFunctions, wish: Wish): void {
	requireFromCredential(
		wish.credential,
		'appSecret',
		'to make sure that messages really come from Meta',
	);
	readFilters(context);
	if (wish.registerFor !== 'manual') refuseImpossible(wish);
}

/** Whether the callback that stands there may give way to ours. */
async function mayReplace(
	context: IHookFunctions,
	plan: Plan,
	{ url }: Standing,
): Promise<boolean> {
	if (isSameTrigger(url, plan.url) || isPlaceholder(url)) return true;
	if (plan.isTest) return canPutBack(url);
	if (plan.takeOver) return true;
	// A trigger of this n8n that is no longer active: nobody is harmed.
	return (
		isTriggerUrl(url) &&
		originOf(url) === originOf(plan.url) &&
		!(await isAnswering(context, url, tokenOf(url, plan.credential.appSecret)))
	);
}

async function isAccountSubscribed({ graph, businessAccountId, appId }: Plan): Promise<boolean> {
	// Registered for the whole app without an account in the credential: the builder takes care of it.
	if (businessAccountId === '') return true;
	return (await readAccountSubscription(graph, businessAccountId, appId)).isSubscribed;
}

/**
 * Callbacks of numbers and accounts receive only the fields that the app itself is subscribed to, so
 * the list there must hold ours. A callback of somebody else stays; its list is then not ours to change.
 *
 * @returns whether something was changed
 */
async function subscribeFields(plan: Plan, standing: Standing | undefined): Promise<boolean> {
	const missing = plan.fields.filter((field) => !standing?.fields?.includes(field));
	if (missing.length === 0) return false;
	if (standing === undefined) {
		await writeOwn(plan, plan.appLevel, placeholderUrl(plan.url), plan.fields);
		return true;
	}
	if (!isTriggerUrl(standing.url)) throw fieldsMissing(plan.appId, missing, standing.url);
	const fields = union(plan.fields, standing.fields);
	try {
		const verifyToken = tokenOf(standing.url, plan.credential.appSecret);
		await plan.appLevel.write({ url: standing.url, verifyToken }, fields);
	} catch {
		// The trigger that made the subscription is gone: ours takes its place.
		await writeOwn(plan, plan.appLevel, placeholderUrl(plan.url), fields);
	}
	return true;
}

/**
 * The fields to write with our callback. At the app's level a narrower list would starve others: the
 * callbacks of numbers and accounts, and production during a test run.
 */
async function fieldsToWrite(plan: Plan, standing: Standing | undefined): Promise<string[]> {
	const isShared = plan.isTest || (plan.registerFor === 'app' && (await othersDependOnApp(plan)));
	return isShared ? union(plan.fields, standing?.fields) : plan.fields;
}

async function writeOwn(
	plan: Plan,
	level: Plan['level'],
	url: string,
	fields: readonly string[],
): Promise<void> {
	const verifyToken = tokenOf(plan.url, plan.credential.appSecret);
	try {
		await level.write({ url, verifyToken }, fields);
	} catch (error) {
		throw notVerified(error, plan.url);
	}
}

/** As far as can be seen from this account; without one, caution decides. */
async function othersDependOnApp({ graph, businessAccountId, appId, url }: Plan): Promise<boolean> {
	if (businessAccountId === '') return false;
	const account = await readAccountSubscription(graph, businessAccountId, appId);
	const numbers = await numbersWithCallback(graph, businessAccountId);
	const others = [account.overrideUrl, ...numbers.map((number) => number.url)];
	return others.some((other) => other !== undefined && withoutQuery(other) !== url);
}

function union(fields: readonly string[], more: readonly string[] = []): string[] {
	return [...new Set([...fields, ...more])].sort();
}

/** Whether trying again later may help: n8n repeats a failed removal. */
export function isWorthRepeating(error: unknown): boolean {
	return (
		error instanceof CloudApiError && (error.retry === 'transient' || error.retry === 'throttled')
	);
}
