import {
	numbersWithCallback,
	readAccountSubscription,
} from '../../../cloud-api/accounts/subscriptions';
import { isTriggerUrl, placeholderUrl, tokenOf, withoutQuery } from '../callbackUrl';
import type { Standing } from './levels';
import type { Plan } from './plan';
import { fieldsMissing } from './refusals';
import { writeOwn } from './writeOwn';

/**
 * Callbacks of numbers and accounts receive only the fields that the app itself is subscribed to, so
 * the list there must hold ours. A callback of somebody else stays; its list is then not ours to change.
 *
 * @returns whether something was changed
 */
export async function subscribeFields(
	plan: Plan,
	standing: Standing | undefined,
): Promise<boolean> {
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
export async function fieldsToWrite(plan: Plan, standing: Standing | undefined): Promise<string[]> {
	const isShared = plan.isTest || (plan.registerFor === 'app' && (await othersDependOnApp(plan)));
	return isShared ? union(plan.fields, standing?.fields) : plan.fields;
}

/** Whether callbacks of numbers or accounts live on the app's list of fields, as far as can be seen from the credential's account; without one, none is known. */
export async function othersDependOnApp({
	graph,
	businessAccountId,
	appId,
	url,
}: Plan): Promise<boolean> {
	if (businessAccountId === '') return false;
	const account = await readAccountSubscription(graph, businessAccountId, appId);
	const numbers = await numbersWithCallback(graph, businessAccountId);
	const others = [account.overrideUrl, ...numbers.map((number) => number.url)];
	return others.some((other) => other !== undefined && withoutQuery(other) !== url);
}

function union(fields: readonly string[], more: readonly string[] = []): string[] {
	return [...new Set([...fields, ...more])].sort();
}
