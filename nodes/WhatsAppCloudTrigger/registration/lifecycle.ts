import type { IHookFunctions } from 'n8n-workflow';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import {
	readAccountSubscription,
	subscribeToAccount,
	unsubscribeFromAccount,
} from '../../../cloud-api/accounts/subscriptions';
import { InvalidInputError } from '../../../cloud-api/errors/cloudApiError';
import type { RegisteredCallback } from '../../../cloud-api/accounts/callbackLevels';
import { graphOf } from '../../shared/graph';
import { testCallbackUrl, withoutQuery } from '../../shared/callbackUrl';
import {
	forgetBeforeTest,
	readBeforeTest,
	rememberedCallbacks,
	saveBeforeTest,
	type BeforeTest,
} from '../registrationMemory';
import { readFilters } from '../filters/filters';
import { subscribeFields, union } from './appFields';
import { checkAppSecret } from './appSecret';
import { checkEffect, warnIfUnreachable } from './effect';
import { occupied } from './occupied';
import { isRemembered, ownerOf } from './ownership';
import { planOf, type Plan } from './plan';
import { checkRequest } from './registrationErrors';
import { rememberedFor, removeRemembered } from './removal';
import { readRequest } from './request';
import { checkRestorable, endTest, receiverToForwardTo, toRestore } from './testRun';
import { Undo } from './undo';
import { isUnanswered } from './unanswered';
import { writeCallback } from './writeCallback';

/**
 * Whether everything is registered as this trigger needs it: the app subscribed to the account, our
 * callback at its level, the fields at the app, and an app secret that fits. n8n 1.x asks at every
 * start, 2.40 and later when the trigger changed.
 *
 * @throws InvalidInputError when the parameters cannot work. A question that has no answer while n8n
 *   starts is no reason to register anew or to stop: what is remembered is then taken to be in place
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const request = await readRequest(context);
	if (request.target !== 'manual') checkRequest(request);
	// Filters that cannot be run are reported now, not at the first message.
	readFilters(context);
	// A test run always registers anew, and manually there is nothing to compare with.
	if (request.target === 'manual' || request.isTest) return false;
	const plan = planOf(context, request);
	try {
		return await isInPlace(plan);
	} catch (error) {
		if (!plan.isRestart || !isUnanswered(error) || !isRemembered(context, plan, plan.url))
			rethrow(error);
		context.logger.warn(
			`WhatsApp Cloud API Trigger: Meta could not be asked whether ${plan.url} is still registered; it is taken to be (${String(error)})`,
		);
		return true;
	}
}

async function isInPlace(plan: Plan): Promise<boolean> {
	// First, because what is read as the app fails with a wrong secret.
	await checkAppSecret(plan.graph, plan.credential);
	const current = await plan.level.read();
	if (current?.url !== plan.url) return false;
	if (!(await isAccountSubscribed(plan))) return false;
	const fields = (await plan.appLevel.read())?.fields ?? [];
	return plan.fields.every((field) => fields.includes(field));
}

/**
 * Registers the callback. May be repeated; never replaces a callback that is not ours unless asked to,
 * and leaves nothing behind when it fails.
 *
 * @throws InvalidInputError when it is not possible, what the Graph API throws otherwise
 */
export async function register(context: IHookFunctions): Promise<void> {
	const request = await readRequest(context);
	if (request.target !== 'manual') checkRequest(request);
	await checkAppSecret(graphOf(context, request.credential), request.credential);
	if (request.target === 'manual') {
		await removeFormer(context, request.credential.appId && planOf(context, request));
		return;
	}
	const plan = planOf(context, request);
	const current = await plan.level.read();
	await checkEffect(context, plan);
	if (current) await checkOwner(context, plan, current);
	const before = plan.isTest ? await beginTest(context, plan, current) : undefined;
	const undo = new Undo();
	try {
		await carryOut(context, plan, current, undo, before);
	} catch (error) {
		await undo.run(context);
		if (before) forgetBeforeTest(context);
		rethrow(error);
	}
	if (plan.isTest) return;
	await removeFormer(context, plan, rememberedFor(plan));
	await warnIfUnreachable(context, plan);
}

/** Changes what has to be changed at Meta, our own callback last. */
async function carryOut(
	context: IHookFunctions,
	plan: Plan,
	current: RegisteredCallback | undefined,
	undo: Undo,
	before: BeforeTest | undefined,
): Promise<void> {
	const { graph, businessAccountId } = plan;
	if (!(await isAccountSubscribed(plan))) {
		await subscribeToAccount(graph, businessAccountId);
		undo.add(
			'the subscription of the account',
			async () => await unsubscribeFromAccount(graph, businessAccountId),
		);
	}
	if (plan.target !== 'app') {
		const appBefore = await plan.appLevel.read();
		const appAfter = await subscribeOrWarn(context, plan, current, appBefore);
		if (appAfter) {
			undo.add('the list of fields of the app', async () => await restoreApp(plan, appBefore));
			if (before) {
				Object.assign(before, { appAfter, appCallback: toRestore(appBefore, plan) });
				saveBeforeTest(context, before);
			}
		}
	}
	// The app's list is shared: a narrower one would stop the events of others.
	const fields = plan.target === 'app' ? union(plan.fields, current?.fields) : plan.fields;
	const url = before ? testCallbackUrl(plan.url, before.callback?.url) : plan.url;
	await writeCallback(plan, plan.level, { url, fields });
	if (before && plan.target === 'app') {
		before.ownAfter = { url, fields };
		saveBeforeTest(context, before);
	}
}

/** While n8n starts, a callback that works for some of the events stays in use for these. */
async function subscribeOrWarn(
	context: IHookFunctions,
	plan: Plan,
	current: RegisteredCallback | undefined,
	appBefore: RegisteredCallback | undefined,
): Promise<RegisteredCallback | undefined> {
	try {
		return await subscribeFields(context, plan, appBefore);
	} catch (error) {
		const works = plan.fields.some((field) => appBefore?.fields?.includes(field));
		if (!(error instanceof InvalidInputError) || !plan.isRestart || !works) rethrow(error);
		if (current?.url !== plan.url) rethrow(error);
		context.logger.warn(`WhatsApp Cloud API Trigger: ${error.message}. ${error.description}`);
		return undefined;
	}
}

async function restoreApp({ appLevel, ...plan }: Plan, callback: RegisteredCallback | undefined) {
	if (callback === undefined) await appLevel.clear();
	else await writeCallback({ appLevel, ...plan }, appLevel, callback);
}

/** @throws InvalidInputError when the callback that is there must not be replaced */
async function checkOwner(
	context: IHookFunctions,
	plan: Plan,
	current: RegisteredCallback,
): Promise<void> {
	if (plan.isTest) {
		await checkRestorable(context, plan, current);
		return;
	}
	const owner = await ownerOf(context, plan, current);
	if (owner === 'own' || owner === 'placeholder' || owner === 'unused') return;
	// Permission to take over is given when somebody publishes, not again at every start of n8n.
	if (!plan.takeOver || plan.isRestart) throw occupied(plan, owner, current.url);
	context.logger.warn(
		`WhatsApp Cloud API Trigger: takes over ${plan.level.title} from ${withoutQuery(current.url)}, which receives nothing from now on`,
	);
}

async function beginTest(
	context: IHookFunctions,
	plan: Plan,
	current: RegisteredCallback | undefined,
): Promise<BeforeTest> {
	const before: BeforeTest = {
		callback: toRestore(current, plan),
		forwardTo: await receiverToForwardTo(context, plan),
	};
	saveBeforeTest(context, before);
	return before;
}

/** What was registered before under other settings goes; failing to do so does not stop the trigger. */
async function removeFormer(
	context: IHookFunctions,
	plan: Plan | '',
	keep?: ReturnType<typeof rememberedFor>,
): Promise<void> {
	if (plan === '') return;
	try {
		await removeRemembered(context, plan, { keep });
	} catch (error) {
		context.logger.warn(
			`WhatsApp Cloud API Trigger: a former callback could not be removed and is tried again later: ${String(error)}`,
		);
	}
}

/**
 * Removes what is ours and nothing else. After a test run, restores what was registered before.
 *
 * @throws what the Graph API throws
 */
export async function unregister(context: IHookFunctions): Promise<void> {
	const request = await readRequest(context);
	const before = readBeforeTest(context);
	if (request.target === 'manual' && !before) {
		if (rememberedCallbacks(context).length > 0)
			await removeRemembered(context, planOf(context, request));
		return;
	}
	const plan = planOf(context, request);
	if (before) await endTest(context, plan, before);
	else await removeRemembered(context, plan, { also: rememberedFor(plan) });
}

async function isAccountSubscribed({ graph, businessAccountId, appId }: Plan): Promise<boolean> {
	// Registered for the whole app without an account in the credential: the builder takes care of it.
	if (businessAccountId === '') return true;
	return (await readAccountSubscription(graph, businessAccountId, appId)).isSubscribed;
}
