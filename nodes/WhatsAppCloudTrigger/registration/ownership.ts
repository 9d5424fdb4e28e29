import type { IHookFunctions } from 'n8n-workflow';
import type { RegisteredCallback } from '../../../cloud-api/accounts/callbackLevels';
import {
	hasSameBase,
	hasSameWebhookId,
	isPlaceholder,
	isSameTrigger,
	isTestUrl,
	isTriggerUrl,
	replacedUrl,
	tokenOf,
	withoutQuery,
} from '../../shared/callbackUrl';
import { probeCallback } from '../../shared/probeCallback';
import { rememberedCallbacks } from '../registrationMemory';
import type { Plan } from './plan';

/**
 * The owner of a registered callback URL, as seen from one trigger.
 *
 * - `own`: this trigger's, in production or test, or what it registered before n8n's domain changed
 * - `placeholder`: holds a list of fields only
 * - `unused`: of a trigger of this n8n that is not published: n8n itself says so
 * - `thisN8n`: of another trigger of this n8n that is published or being tested
 * - `unreachable`: of a trigger of this n8n, as far as its URL tells; n8n cannot call it to find out
 * - `foreign`: of another n8n or program
 */
export type Owner = 'own' | 'placeholder' | 'unused' | 'thisN8n' | 'unreachable' | 'foreign';

/**
 * Determines the owner of a callback URL. An unknown owner counts as someone else: only this n8n's own answer
 * that the webhook is not registered proves that a callback is unused. While n8n starts, that answer
 * proves nothing, because other workflows may not be registered yet.
 */
export async function ownerOf(
	context: IHookFunctions,
	plan: Plan,
	{ url }: RegisteredCallback,
): Promise<Owner> {
	if (isSameTrigger(url, plan.url)) return 'own';
	if (isPlaceholder(url)) return 'placeholder';
	if (await isFormerOwn(context, plan, url)) return 'own';
	if (!isTriggerUrl(url) || !hasSameBase(url, plan.url)) return 'foreign';
	const probe = await probeCallback(context, withoutQuery(url), verifyTokenOf(plan, url));
	if (probe.state === 'answers' || probe.state === 'rejects') return 'thisN8n';
	if (probe.state === 'unknown') return 'unreachable';
	if (plan.isRestart) return 'thisN8n';
	// A test that never ended replaces a production callback URL, which may be in use.
	const replaced = isTestUrl(url, plan.url, plan.isTest) ? replacedUrl(url) : undefined;
	return replaced === undefined || replaced === url
		? 'unused'
		: await ownerOf(context, plan, { url: replaced });
}

/**
 * Whether a callback is what this very trigger registered under another domain or path. A copy of n8n
 * remembers the same, so one that answers from elsewhere is not ours.
 */
async function isFormerOwn(context: IHookFunctions, plan: Plan, url: string): Promise<boolean> {
	if (!hasSameWebhookId(url, plan.url) || !isRemembered(context, plan, url)) return false;
	const probe = await probeCallback(context, withoutQuery(url), verifyTokenOf(plan, url));
	return probe.state !== 'answers' || probe.here;
}

/** Whether this trigger remembers that it registered this callback, at any level of this app. */
export function isRemembered(context: IHookFunctions, { appId }: Plan, url: string): boolean {
	return rememberedCallbacks(context).some(
		(one) => one.appId === appId && withoutQuery(one.url) === withoutQuery(url),
	);
}

/** The verify token of the trigger with this callback URL, if it uses the same app secret. */
export function verifyTokenOf({ credential }: Plan, url: string): string {
	return tokenOf(url, credential.appSecret);
}
