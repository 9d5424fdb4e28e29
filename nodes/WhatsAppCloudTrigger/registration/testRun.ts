import {
	readAccountSubscription,
	readNumberCallbacks,
} from '../../../cloud-api/accounts/subscriptions';
import {
	isPlaceholder,
	isSameTrigger,
	isTriggerUrl,
	productionUrl,
	tokenOf,
	withoutQuery,
} from '../callbackUrl';
import type { Level, Standing } from './levels';
import type { Plan } from './plan';

/**
 * Who receives this trigger's events at the moment, at whatever level: the test passes every delivery
 * on to them, so that production misses nothing while someone tests.
 */
export async function currentReceiver(plan: Plan): Promise<string | undefined> {
	const candidates =
		plan.registerFor === 'phoneNumber'
			? await numberReceivers(plan)
			: plan.registerFor === 'businessAccount'
				? [
						(await readAccountSubscription(plan.graph, plan.businessAccountId, plan.appId))
							.overrideUrl,
						(await plan.appLevel.read())?.url,
					]
				: [(await plan.appLevel.read())?.url];
	const receiver = candidates.find((url) => url !== undefined && !isPlaceholder(url));
	// A test that ended without cleaning up (n8n stopped) left its own address there.
	return receiver === plan.url ? productionOf(plan.url) : receiver;
}

async function numberReceivers(plan: Plan): Promise<Array<string | undefined>> {
	const { phoneNumber, businessAccount, application } = await readNumberCallbacks(
		plan.graph,
		plan.phoneNumberId,
	);
	return [phoneNumber, businessAccount, application];
}

/** What to put back after a test: what stood there, or production if an older test was in its place. */
export function toPutBack(standing: Standing | undefined, testUrl: string): Standing | undefined {
	if (standing === undefined || standing.url !== testUrl) return standing;
	const url = productionOf(testUrl);
	return url === undefined ? undefined : { ...standing, url };
}

/** Whether we could register a callback again after removing it: its verify token must be derivable. */
export function canPutBack(url: string): boolean {
	return isTriggerUrl(url);
}

/**
 * Puts a level back to what stood there before the test. What no longer answers (its workflow was
 * deactivated meanwhile) cannot be registered; then the level is cleared and the next one takes over.
 *
 * @returns words for the log when something could not be put back
 */
export async function putBack(
	level: Level,
	before: Standing | undefined,
	ownUrl: string,
	appSecret: string,
	fields: readonly string[],
): Promise<string | undefined> {
	const now = await level.read();
	if (!now) return undefined;
	const isOurs = withoutQuery(now.url) === ownUrl;
	if (!isOurs && !(before && isSameTrigger(now.url, before.url))) return undefined;
	if (before) {
		try {
			await level.write(
				{ url: before.url, verifyToken: tokenOf(before.url, appSecret) },
				before.fields ?? fields,
			);
			return undefined;
		} catch (error) {
			if (isOurs) await level.clear();
			const reason = error instanceof Error ? error.message : String(error);
			return `After the test run, ${before.url} could not be registered for ${level.title} again (${reason})`;
		}
	}
	if (isOurs) await level.clear();
	return undefined;
}

function productionOf(testUrl: string): string | undefined {
	const url = productionUrl(testUrl);
	return url === testUrl ? undefined : url;
}
