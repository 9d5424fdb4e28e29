import type { IHookFunctions } from 'n8n-workflow';
import {
	readAccountSubscription,
	subscribeToAccount,
} from '../../../cloud-api/accounts/subscriptions';
import { requireFromCredential } from '../../shared/credential';
import { graphOf } from '../../shared/graph';
import { placeholderUrl } from '../callbackUrl';
import { forgetBeforeTest, readBeforeTest, saveBeforeTest, type BeforeTest } from '../beforeTest';
import { readFilters } from '../filters/filters';
import { fieldsToWrite, othersDependOnApp, subscribeFields } from './appFields';
import { checkAppSecret } from './appSecret';
import type { Standing } from './levels';
import { mayReplace } from './mayReplace';
import { planOf, wishOf, type Plan, type Wish } from './plan';
import { occupied, refuseImpossible } from './refusals';
import { currentReceiver, putBack, toPutBack } from './testRun';
import { writeOwn } from './writeOwn';

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
	// First, because what is read as the app fails with a wrong secret, and Meta then blames the token.
	await checkAppSecret(plan.graph, plan.credential);
	const standing = await plan.level.read();
	if (standing?.url !== plan.url) return false;
	if (!(await isAccountSubscribed(plan))) return false;
	const fields = (await plan.appLevel.read())?.fields ?? [];
	return plan.fields.every((field) => fields.includes(field));
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
		before.forwardTo = await currentReceiver(plan);
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
		logger.info(
			`WhatsApp Cloud API Trigger: the field list of ${plan.level.title} stays, ${because}`,
		);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		logger.warn(
			`WhatsApp Cloud API Trigger: the subscription of ${plan.level.title} stays as it is, ${because} (${reason})`,
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
	for (const note of notes) if (note) context.logger.warn(`WhatsApp Cloud API Trigger: ${note}`);
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

async function isAccountSubscribed({ graph, businessAccountId, appId }: Plan): Promise<boolean> {
	// Registered for the whole app without an account in the credential: the builder takes care of it.
	if (businessAccountId === '') return true;
	return (await readAccountSubscription(graph, businessAccountId, appId)).isSubscribed;
}
