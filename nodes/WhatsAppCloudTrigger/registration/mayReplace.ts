import type { IHookFunctions } from 'n8n-workflow';
import { isPlaceholder, isSameTrigger, isTriggerUrl, originOf, tokenOf } from '../callbackUrl';
import { isAnswering } from './alive';
import type { Standing } from './levels';
import type { Plan } from './plan';
import { canPutBack } from './testRun';

/** Whether the callback that stands there may give way to ours. */
export async function mayReplace(
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
