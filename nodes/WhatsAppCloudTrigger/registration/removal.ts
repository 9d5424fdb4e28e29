import type { IHookFunctions } from 'n8n-workflow';
import { rethrow } from '../../../cloud-api/errors/rethrow';
import { callbackLevel, type Level } from '../../../cloud-api/accounts/callbackLevels';
import { CloudApiError } from '../../../cloud-api/errors/cloudApiError';
import { isPlaceholder, placeholderUrl, withoutQuery } from '../../shared/callbackUrl';
import {
	rememberCallbacks,
	rememberedCallbacks,
	type RememberedCallback,
} from '../registrationMemory';
import { isListUnused } from './dependents';
import type { Plan } from './plan';
import { writeCallback } from './writeCallback';

/** What the trigger of a plan has registered once the plan is carried out. */
export function rememberedFor({ level, appId, url }: Plan): RememberedCallback {
	return { level: level.name, id: level.id, appId, url };
}

/**
 * Removes the callbacks that this trigger remembers and that are still its own, and forgets them. What
 * cannot be removed now (another app's credential, a rejected token) stays remembered for later.
 *
 * @param keep the one that stays
 * @throws what the Graph API throws for the first that failed, after all have been tried
 */
export async function removeRemembered(
	context: IHookFunctions,
	plan: Plan,
	{ keep, also }: { keep?: RememberedCallback; also?: RememberedCallback } = {},
): Promise<void> {
	const kept = keep ? [keep] : [];
	const all = withoutDoubles([...rememberedCallbacks(context), ...(also ? [also] : [])]);
	const former = all.filter((one) => !keep || !isSamePlace(one, keep));
	const left: RememberedCallback[] = [];
	let failure: unknown;
	for (const callback of former) {
		try {
			if (!(await removeCallback(context, plan, callback))) left.push(callback);
		} catch (error) {
			if (!(error instanceof CloudApiError)) rethrow(error);
			left.push(callback);
			failure ??= error;
		}
	}
	rememberCallbacks(context, [...left, ...kept]);
	if (failure !== undefined) rethrow(failure);
}

/** @returns whether nothing of this callback is left at Meta */
async function removeCallback(
	context: IHookFunctions,
	plan: Plan,
	callback: RememberedCallback,
): Promise<boolean> {
	if (callback.appId !== plan.appId) {
		context.logger.warn(
			`WhatsApp Cloud API Trigger: the callback ${callback.url} of the Meta app ${callback.appId} stays registered, because the credential is now one of the app ${plan.appId}. Remove it with a credential of that app: operation Webhook → Remove`,
		);
		return false;
	}
	const level = callbackLevel(plan.graph, callback.level, callback.id, callback.appId);
	const current = await level.read();
	if (current === undefined || withoutQuery(current.url) !== withoutQuery(callback.url))
		return true;
	if (level.name !== 'app') {
		await level.clear();
	} else if (!isPlaceholder(current.url)) {
		await removeFromApp(context, plan, level, current.fields ?? []);
	}
	return true;
}

/** The app's list of fields is shared, so it goes only when it is proven that nobody depends on it. */
async function removeFromApp(
	{ logger }: IHookFunctions,
	plan: Plan,
	level: Level,
	fields: readonly string[],
): Promise<void> {
	if (await isListUnused(plan)) {
		await level.clear();
		return;
	}
	const because = 'because callbacks of phone numbers or accounts may depend on it';
	try {
		await writeCallback(plan, level, { url: placeholderUrl(plan.url), fields: [...fields] });
		logger.info(
			`WhatsApp Cloud API Trigger: the list of fields of ${level.title} stays, ${because}`,
		);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		logger.warn(
			`WhatsApp Cloud API Trigger: the subscription of ${level.title} stays as it is, ${because} (${reason})`,
		);
	}
}

function withoutDoubles(callbacks: readonly RememberedCallback[]): RememberedCallback[] {
	return callbacks.filter(
		(one, index) =>
			!callbacks
				.slice(0, index)
				.some((earlier) => isSamePlace(earlier, one) && earlier.url === one.url),
	);
}

function isSamePlace(a: RememberedCallback, b: RememberedCallback): boolean {
	return a.level === b.level && a.id === b.id && a.appId === b.appId;
}
